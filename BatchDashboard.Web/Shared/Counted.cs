using System.Globalization;

namespace BatchDashboard.Web.Shared;

/// <summary>Numbers in words for people.</summary>
internal static class Counted
{
    /// <summary>"1,000".</summary>
    public static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"1 queued call", "388 queued calls".</summary>
    public static string Of(long count, string noun) => $"{Number(count)} {(count == 1 ? noun : noun + "s")}";

    /// <summary>"812 bytes", "3.4 MB".</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1024 => Of(bytes, "byte"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#} kB"),
        < 1024L * 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024 / 1024:0.##} GB"),
    };

    /// <summary>"61 %"; a part is never rounded up to the whole.</summary>
    public static string Percent(long part, long whole) =>
        whole == 0 ? "0 %" : $"{Math.Floor(100.0 * part / whole).ToString("N0", CultureInfo.InvariantCulture)} %";
}
