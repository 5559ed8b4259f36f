using System.Runtime.CompilerServices;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Imports;

/// <summary>Reads the recipients of a batch from its source file, whatever its kind.</summary>
public sealed class BatchSources(
    DataDirectory directory, PhoneGate gate, DoNotCallQueries doNotCall, RecentCalls recentCalls)
{
    /// <param name="createdAt">When the batch was made: its own calls are no reason not to call.</param>
    /// <inheritdoc cref="ImportPipeline.ReadCsvAsync"/>
    public async IAsyncEnumerable<ImportGroup> ReadAsync(
        BatchPlan plan, DateTimeOffset createdAt, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var path = Path.Combine(directory.Uploads, plan.SourceFile);
        if (!File.Exists(path))
            throw new SourceUnreadableException(SourceErrors.FileIsGone());
        var pipeline = await PipelineAsync(plan.Rules, createdAt, cancellationToken);
        var groups = plan is { Format: { } format, Layout: { } layout }
            ? pipeline.ReadCsvAsync(path, format, new ColumnMapping(layout.Headers, layout.Columns), cancellationToken)
            : pipeline.ReadEntriesAsync(path, cancellationToken);
        await foreach (var group in groups.WithCancellation(cancellationToken))
            yield return group;
    }

    /// <summary>The pipeline of one run under these rules, with the product's own checks as they stand now.</summary>
    /// <param name="callsBefore">Calls from then on are not looked at when a rule is about recent ones.</param>
    public async Task<ImportPipeline> PipelineAsync(
        ImportRules rules, DateTimeOffset callsBefore, CancellationToken cancellationToken)
    {
        var blocked = await doNotCall.ReadBlockedAsync(cancellationToken);
        var recent = rules.SkipCalledWithinDays is { } days
            ? await recentCalls.ReadAsync(days, callsBefore, cancellationToken)
            : null;
        return new(
            rules,
            new ImportChecks(
                gate.Check, CallSettingCatalog.ParseCell, blocked.Contains, recent is null ? null : recent.Of));
    }
}
