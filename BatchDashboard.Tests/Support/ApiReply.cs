using System.Net;
using System.Text.Json;

namespace BatchDashboard.Tests.Support;

/// <summary>An answer of the API: its status and its body as it came.</summary>
public sealed record ApiReply(HttpStatusCode Status, string Body)
{
    public JsonElement Json { get; } = Parse(Body);

    /// <summary>The inside of the v2 envelope of a success.</summary>
    public JsonElement Data => Succeeded().Json.GetProperty("data");

    /// <summary>This reply; fails the test with the body when it is a refusal.</summary>
    public ApiReply Succeeded()
    {
        Assert.True((int)Status is >= 200 and < 300, $"The API answered {(int)Status}: {Body}");
        return this;
    }

    private static JsonElement Parse(string body)
    {
        try
        {
            return JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
