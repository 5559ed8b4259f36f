using System.Text.Json.Serialization;

namespace BatchDashboard.Web.Endpoints;

/// <summary>The envelope of what <c>/v2</c> has done.</summary>
internal sealed record V2Reply<T>(T Data)
{
    /// <summary>Always null; a refusal has them.</summary>
    public object? Errors { get; }

    /// <summary>Of a list that goes on: the <c>cursor</c> of its next page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NextCursor { get; init; }
}
