using System.Text.Json.Serialization;

namespace BatchDashboard.Web.Endpoints;

/// <summary>How the program does, in a word.</summary>
/// <param name="ConservationGap">Rows since the start that came in and did not come out; told with <c>ready</c>.</param>
internal sealed record HealthBody(
    string Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? ConservationGap = null);
