using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Imports;

namespace BatchDashboard.Core.Compliance;

/// <summary>Writes the do-not-call list as a CSV file that <see cref="DoNotCallImport"/> reads again.</summary>
public static class DoNotCallCsv
{
    private static readonly string[] Headers = ["phone_number", "reason", "source", "expires_at", "added_by", "added_at"];

    public static Task WriteAsync(
        Stream destination, IAsyncEnumerable<DoNotCallEntry> entries, CsvStyle style, CancellationToken cancellationToken) =>
        ProtectedCsv.WriteAsync(destination, Headers, entries.Select(Record), style, cancellationToken);

    private static string[] Record(DoNotCallEntry entry) =>
    [
        entry.Phone.E164,
        entry.Reason,
        WireName.Of(entry.Source),
        entry.ExpiresAt is { } end ? StartTime.Format(end) : "",
        entry.AddedBy,
        StartTime.Format(entry.AddedAt),
    ];
}
