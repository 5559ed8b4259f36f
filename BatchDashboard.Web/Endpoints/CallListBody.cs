using System.Text.Json.Serialization;

namespace BatchDashboard.Web.Endpoints;

/// <summary>A page of calls.</summary>
internal sealed record CallListBody(string Status, int TotalCount, int Count, IReadOnlyList<CallRowBody> Calls)
{
    /// <summary>Of a list that goes on: the <c>cursor</c> of its next page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? NextCursor { get; init; }
}
