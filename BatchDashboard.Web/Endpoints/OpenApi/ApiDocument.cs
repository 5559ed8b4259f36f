using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BatchDashboard.Web.Endpoints.OpenApi;

/// <summary>The document, made once: the endpoints do not change while the program runs.</summary>
internal sealed class ApiDocument([FromKeyedServices(ApiDocument.Name)] IOpenApiDocumentProvider provider) : IDisposable
{
    public const string Name = "v1";

    private readonly SemaphoreSlim _one = new(1);
    private OpenApiDocument? _document;
    private string? _json;

    public async Task<OpenApiDocument> GetAsync(CancellationToken cancellationToken)
    {
        if (_document is { } made)
            return made;
        await _one.WaitAsync(cancellationToken);
        try
        {
            return _document ??= await provider.GetOpenApiDocumentAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    public async Task<string> JsonAsync(CancellationToken cancellationToken)
    {
        var document = await GetAsync(cancellationToken);
        return _json ??= await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken);
    }

    public void Dispose() => _one.Dispose();
}
