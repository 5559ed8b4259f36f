
namespace BatchDashboard.Web.NewBatch.Recipients;

/// <summary>One way to read a file, as it stands in a select.</summary>
public sealed record FormatChoice(string Value, string Label);
