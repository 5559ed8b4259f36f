using System.Text.Json.Nodes;

namespace BatchDashboard.Tests.Endpoints.OpenApi;

/// <summary>One operation of the document.</summary>
internal sealed record ApiOperation(string Method, string Path, JsonObject Said)
{
    public string Name => $"{Method} {Path}";

    public bool NeedsKey => Said.ContainsKey("security");

    public IEnumerable<int> Statuses => Said["responses"]!.AsObject().Select(response => int.Parse(response.Key, null));

    public JsonObject[] Queries =>
        [.. (Said["parameters"]?.AsArray() ?? []).Select(parameter => parameter!.AsObject()).Where(parameter => (string?)parameter["in"] == "query")];

    public JsonObject? JsonBody => Said["requestBody"]?["content"]?["application/json"]?.AsObject();
}
