using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BatchDashboard.Tests.Support;

/// <summary>A site of one page, to try the browser's own checks on.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly WebApplication _site;

    private TestSite(WebApplication site) => _site = site;

    public Uri Address => new(_site.Urls.Single());

    public static async Task<TestSite> StartAsync(string body)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = builder.Build();
        var page = $"<!DOCTYPE html><html lang=\"en\"><title>Page</title><link rel=\"icon\" href=\"data:,\"><body>{body}</body></html>";
        site.MapGet("/", () => Results.Content(page, "text/html"));
        await site.StartAsync();
        return new TestSite(site);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
