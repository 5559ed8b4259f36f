using System.Globalization;
using System.Text.RegularExpressions;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.NewBatch.Review;

/// <summary>Mends all rows with the same problem in one step.</summary>
public sealed partial class DraftRepairs(DraftEdits edits, ReviewFiles reviews, PhoneGate gate)
{
    private const int Shown = 5;

    /// <summary>What the repair would do, before it is done.</summary>
    public Task<RepairPreview> PreviewAsync(BatchDraft draft, Repair repair, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            var all = EditsOf(draft, repair, out var rows);
            return new RepairPreview(repair, all.Count, rows, [.. all.Take(Shown)]);
        },
        cancellationToken);

    /// <summary>The default countries that help most of these rows, all as much as each other.</summary>
    public Task<IReadOnlyList<string>> BestCountriesAsync(BatchDraft draft, string code, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            using var file = reviews.Open(draft.Id);
            var cells = file?.ReadAll(new ReviewFilter(Code: code)).Select(row => JsonText.ReadArray(row.Cells)[row.Column]);
            return CountryFit.Best(cells ?? [], draft.Phone, gate.Check);
        },
        cancellationToken);

    public async Task<Result<BatchDraft>> ApplyAsync(BatchDraft draft, Repair repair, CancellationToken cancellationToken)
    {
        var all = await Task.Run(() => EditsOf(draft, repair, out _), cancellationToken);
        return all.Count == 0
            ? draft
            : await edits.ApplyAsync(draft, WordsOf(repair, all.DistinctBy(edit => edit.Row).Count()), all, cancellationToken);
    }

    private static string WordsOf(Repair repair, int rows)
    {
        var count = $"{rows.ToString("N0", CultureInfo.InvariantCulture)} {(rows == 1 ? "row" : "rows")}";
        return repair.Kind switch
        {
            RepairKind.UseCountry => $"use default country {repair.Country} for {count}",
            RepairKind.Trim => $"trim {count}",
            RepairKind.JoinLines => $"remove line breaks from {count}",
            RepairKind.Clear => $"empty the cell in {count}",
            _ => $"drop {count}",
        };
    }

    private List<DraftEdit> EditsOf(BatchDraft draft, Repair repair, out int rows)
    {
        rows = 0;
        List<DraftEdit> all = [];
        using var file = reviews.Open(draft.Id);
        if (file is null)
            return all;
        var used = draft.Columns!.Index().Where(column => column.Item.Use != ColumnUse.Ignore).Select(column => column.Index).ToArray();
        // Where the record itself is at fault, its cells are not what they seem.
        var isOffered = Repair.Offered(repair.Code).Contains(repair.Kind);
        foreach (var row in file.ReadAll(new ReviewFilter(Code: repair.Code)))
        {
            rows++;
            if (repair.Kind == RepairKind.Drop)
                all.Add(DraftEdits.Drop(row));
            else if (isOffered)
                all.AddRange(DraftEdits.EditsOf(row, draft.Source!.Headers.Count, [.. ValuesOf(draft, repair, row, used)]));
        }

        return all;
    }

    private IEnumerable<(int Column, string Value)> ValuesOf(BatchDraft draft, Repair repair, ReviewRow row, int[] used)
    {
        var cells = JsonText.ReadArray(row.Cells);
        return repair.Kind switch
        {
            RepairKind.Trim => used.Select(column => (column, cells[column].Trim())),
            RepairKind.JoinLines => used.Select(column => (column, LineBreaks().Replace(cells[column], " ").Trim())),
            RepairKind.Clear => row.Columns.Select(column => (column, "")),
            // Spelt out, so that the row says the same whatever is decided about the country later.
            _ => gate.Check(cells[row.Column], draft.Phone with { DefaultCountry = repair.Country! }).Number is { } number
                ? [(row.Column, number.E164)]
                : [],
        };
    }

    [GeneratedRegex(@"\s*[\r\n]+\s*")]
    private static partial Regex LineBreaks();
}
