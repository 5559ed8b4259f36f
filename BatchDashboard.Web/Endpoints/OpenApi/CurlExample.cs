using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace BatchDashboard.Web.Endpoints.OpenApi;

/// <summary>Writes an operation as a command for a terminal.</summary>
internal static class CurlExample
{
    public const string Json = "application/json";

    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="site">The address of this installation.</param>
    public static string Of(string site, string method, string path, OpenApiOperation operation)
    {
        var command = CurlCommand.Of(site, method, path);
        if (operation.Security is { Count: > 0 })
            command = command.WithKey();
        if (operation.RequestBody?.Content?.TryGetValue(Json, out var body) is true && body.Example is { } example)
            command = command.WithJson(Text(example));
        return command.ToString();
    }

    /// <summary>The same with a file; null when the operation takes none.</summary>
    public static string? WithFile(string site, string method, string path, OpenApiOperation operation) =>
        operation.RequestBody?.Content?.ContainsKey("multipart/form-data") is true
            ? CurlCommand.Of(site, method, path).WithKey().WithFile("recipients.csv", """{"global": {"task": "Hi {{name}}."}}""").ToString()
            : null;

    /// <summary>Null when the document has none.</summary>
    public static string? Answer(OpenApiOperation operation) =>
        operation.Responses!.TryGetValue("200", out var answer) && answer.Content?.TryGetValue(Json, out var body) is true && body.Example is { } example
            ? Text(example)
            : null;

    private static string Text(JsonNode example) => example.ToJsonString(Indented);
}
