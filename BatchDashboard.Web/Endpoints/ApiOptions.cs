using System.ComponentModel.DataAnnotations;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Limits of the API; section <c>Api</c>.</summary>
public sealed class ApiOptions
{
    public const string SectionName = "Api";

    /// <summary>Requests of one key in a second, over ten seconds; 0: no limit.</summary>
    [Range(0, 100_000)]
    public int RequestsPerSecond { get; set; } = 100;
}
