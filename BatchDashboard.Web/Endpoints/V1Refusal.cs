
namespace BatchDashboard.Web.Endpoints;

/// <summary>The flat refusal of <c>/v1</c>.</summary>
internal sealed record V1Refusal(string Status, string Message, IReadOnlyList<string> Errors);
