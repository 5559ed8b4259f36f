using System.Globalization;

namespace BatchDashboard.Web.NewBatch;

/// <summary>Counted things in words.</summary>
internal static class Count
{
    /// <summary>"1 row", "1,200 rows".</summary>
    public static string Of(int count, string thing) => count == 1 ? $"1 {thing}" : $"{Number(count)} {thing}s";

    public static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"812 bytes", "3.4 MB".</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1024 => Of((int)bytes, "byte"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#} kB"),
        < 1024L * 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024 / 1024:0.##} GB"),
    };
}
