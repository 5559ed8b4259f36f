using System.Runtime.CompilerServices;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Imports;

/// <summary>Reads the recipients of a batch from its source file, whatever its kind.</summary>
public sealed class BatchSources(DataDirectory directory, Database database, PhoneGate gate)
{
    /// <inheritdoc cref="ImportPipeline.ReadCsvAsync"/>
    public async IAsyncEnumerable<IReadOnlyList<ImportedRow>> ReadAsync(
        BatchPlan plan, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var path = Path.Combine(directory.Uploads, plan.SourceFile);
        if (!File.Exists(path))
            throw new SourceUnreadableException(SourceErrors.FileIsGone());
        var pipeline = Pipeline(plan.Rules, await OverlayAsync(plan.EditedIn, cancellationToken));
        var groups = plan is { Format: { } format, Layout: { } layout }
            ? pipeline.ReadCsvAsync(path, format, new ColumnMapping(layout.Headers, layout.Columns), cancellationToken)
            : pipeline.ReadEntriesAsync(path, cancellationToken);
        await foreach (var group in groups)
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

    /// <summary>The pipeline under these rules, with the product's own checks.</summary>
    public ImportPipeline Pipeline(ImportRules rules, RowOverlay? overlay = null) =>
        new(rules, new ImportChecks(gate.Check, CallSettingCatalog.ParseCell, IsDoNotCall: _ => false), overlay);
}
