using System.Text.Json.Serialization;

namespace BatchDashboard.Web.Endpoints;

/// <summary>The envelope of <c>/v2</c>.</summary>
internal sealed record V2Reply<T>(T? Data, IReadOnlyList<ApiError>? Errors)
{
    /// <summary>Of a list that goes on: the <c>cursor</c> of its next page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NextCursor { get; init; }
}
