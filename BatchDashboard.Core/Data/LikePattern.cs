namespace BatchDashboard.Core.Data;

/// <summary>Makes a LIKE pattern of text that somebody typed, whose wildcards are meant literally.</summary>
internal static class LikePattern
{
    public const string Escape = @"\";

    public static string Containing(string text) =>
        $"%{text.Trim().Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
}
