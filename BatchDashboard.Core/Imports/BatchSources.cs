using System.Runtime.CompilerServices;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Imports;

/// <summary>Reads the recipients of a batch from its source file, whatever its kind.</summary>
public sealed class BatchSources(
    DataDirectory directory, Database database, PhoneGate gate, DoNotCallQueries doNotCall, RecentCalls recentCalls)
{
    /// <param name="createdAt">When the batch was made: its own calls are no reason not to call.</param>
    /// <inheritdoc cref="ImportPipeline.ReadCsvAsync"/>
    public async IAsyncEnumerable<ImportGroup> ReadAsync(
        BatchPlan plan, DateTimeOffset createdAt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var path = Path.Combine(directory.Uploads, plan.SourceFile);
        if (!File.Exists(path))
            throw new SourceUnreadableException(SourceErrors.FileIsGone());
        var overlay = await OverlayAsync(plan.EditedIn, cancellationToken);
        var pipeline = await PipelineAsync(plan.Rules, createdAt, overlay, cancellationToken);
        var groups = plan is { Format: { } format, Layout: { } layout }
            ? pipeline.ReadCsvAsync(path, format, new ColumnMapping(layout.Headers, layout.Columns), cancellationToken)
            : pipeline.ReadEntriesAsync(path, cancellationToken);
        await foreach (var group in groups.WithCancellation(cancellationToken))
            yield return group;
    }

    /// <summary>The changes that lie over the rows of a draft's file.</summary>
    public async Task<RowOverlay?> OverlayAsync(Guid? draft, CancellationToken cancellationToken)
    {
        if (draft is not { } id)
            return null;
        await using var context = await database.ReadAsync(cancellationToken);
        return context.ReadOverlay(id);
    }

    /// <summary>The pipeline of one run under these rules, with the product's own checks as they stand now.</summary>
    /// <param name="callsBefore">Calls from then on are not looked at when a rule is about recent ones.</param>
    public async Task<ImportPipeline> PipelineAsync(
        ImportRules rules, DateTimeOffset callsBefore, RowOverlay? overlay, CancellationToken cancellationToken) =>
        new(rules, await ChecksAsync(rules, callsBefore, cancellationToken), overlay);

    /// <summary>What rows are asked under these rules, with the lists as they stand now.</summary>
    /// <inheritdoc cref="PipelineAsync"/>
    internal async Task<ImportChecks> ChecksAsync(
        ImportRules rules, DateTimeOffset callsBefore, CancellationToken cancellationToken)
    {
        var blocked = await doNotCall.ReadBlockedAsync(cancellationToken);
        var recent = rules.SkipCalledWithinDays is { } days
            ? await recentCalls.ReadAsync(days, callsBefore, cancellationToken)
            : null;
        return new ImportChecks(
            gate.Check, CallSettingCatalog.ParseCell, blocked.Contains, recent is null ? null : recent.Of);
    }
}
