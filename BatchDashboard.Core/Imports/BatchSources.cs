using BatchDashboard.Core.Batches;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Imports;

/// <summary>Reads the recipients of a batch from its source file, whatever its kind.</summary>
public sealed class BatchSources(DataDirectory directory, PhoneGate gate)
{
    /// <inheritdoc cref="ImportPipeline.ReadCsvAsync"/>
    public IAsyncEnumerable<ImportGroup> ReadAsync(BatchPlan plan, CancellationToken cancellationToken)
    {
        var path = Path.Combine(directory.Uploads, plan.SourceFile);
        var pipeline = Pipeline(plan.Rules);
        return plan is { Format: { } format, Layout: { } layout }
            ? pipeline.ReadCsvAsync(path, format, new ColumnMapping(layout.Headers, layout.Columns), cancellationToken)
            : pipeline.ReadEntriesAsync(path, cancellationToken);
    }

    /// <summary>The pipeline under these rules, with the product's own checks.</summary>
    public ImportPipeline Pipeline(ImportRules rules) =>
        new(rules, new ImportChecks(gate.Check, CallSettingCatalog.ParseCell, IsDoNotCall: _ => false));
}
