using BatchDashboard.Core.Batches;
using BatchDashboard.Web.Calls;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.Batches;

/// <summary>Where things about a batch are shown.</summary>
internal static class BatchAddress
{
    /// <summary>The value by which a download is asked for raw.</summary>
    public const string Raw = "true";

    public static string Of(BatchId id) => $"/batches/{id}";

    public static string Of(BatchId id, BatchTab tab, string? after = null) => PageAddress.Of(
        Of(id), ("tab", tab == BatchTab.Overview ? null : tab.ToString().ToLowerInvariant()), ("after", after));

    /// <summary>The call log, filtered by the batch.</summary>
    public static string Logs(BatchId id, CallGroup? group = null) =>
        PageAddress.Of("/calls", ("batch", id.ToString()), ("status", group?.Name));

    /// <summary>The failed calls in the call log, for one reason or all.</summary>
    public static string Failures(BatchId id, string? reason) =>
        PageAddress.Of(Logs(id, CallGroup.Failed), ("reason", reason));

    public static string CallsCsv(BatchId id) => $"/batches/{id}/calls.csv";

    public static string SkippedRows(BatchId id, bool raw = false) =>
        PageAddress.Of($"/batches/{id}/skipped.csv", ("raw", raw ? Raw : null));
}
