using System.Text.Json.Serialization;

namespace BatchDashboard.Web.Endpoints;

/// <summary>The refusal of <c>/v2</c>, with one entry for each problem.</summary>
internal sealed record V2Refusal(IReadOnlyList<ApiError> Errors)
{
    /// <summary>Always null.</summary>
    [JsonPropertyOrder(-1)]
    public object? Data { get; }
}
