using BatchDashboard.Core.Data;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.NewBatch.Review;

/// <summary>Everything that decides about the rows of one draft at one time, for all of them or for a few.</summary>
internal sealed class ReviewRun(ImportPipeline pipeline, ColumnMapping mapping, ReviewJudge judge, bool callsDuplicates)
{
    public ColumnMapping Mapping { get; } = mapping;

    public ImportPipeline Pipeline { get; } = pipeline;

    public ReviewRow Judge(ImportedRow row) => judge.Judge(row);

    /// <summary>The row as it would be with these cells, were it the only one of the file.</summary>
    public ReviewRow JudgeAlone(int rowNumber, string[] cells, bool isDropped)
    {
        var row = new SourceRow(rowNumber, cells, isDropped ? RowFaults.Dropped() : null);
        using var group = Pipeline.ReadAlone(Mapping, row);
        return judge.Judge(group[0]);
    }

    /// <summary>
    /// Puts a changed row in its place and settles anew who is whose duplicate: the outcome is the same as if the whole
    /// file were read again, at the cost of the rows that have the number of this one.
    /// </summary>
    public ReviewRow Replace(ReviewFile file, ReviewRow before, ReviewRow row)
    {
        file.Put(row);
        if (callsDuplicates)
            return row;
        if (before.HasTwins && before.Number != row.Number)
            Settle(file, before.Number!.Value);
        if (row.HasTwins)
            Settle(file, row.Number!.Value);
        return file.Find(row.RowNumber)!;
    }

    private void Settle(ReviewFile file, long number)
    {
        if (file.FirstOf(number) is not { } first)
            return;
        if (first.Kind == ReviewKind.Duplicate)
            file.Put(first = JudgeAlone(first.RowNumber, JsonText.ReadArray(first.Cells), isDropped: false));
        file.MarkDuplicates(first, Mapping.PhoneColumn, RecipientGate.Duplicate(first.RowNumber));
    }
}
