using BatchDashboard.Core;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Tests.Imports.BadInput;

/// <summary>
/// A file after the whole way of an upload: detected, opened, its columns guessed, and all its rows put through the
/// pipeline with the product's own checks.
/// </summary>
internal sealed record Upload(
    SourceDetection Detection, IReadOnlyList<ColumnGuess> Guesses, ColumnMapping Mapping, ImportReport Report, IReadOnlyList<ReadRow> Rows)
{
    private static readonly PhoneGate Gate = new();

    public static ImportRules UsualRules { get; } = new(new PhoneRules());

    /// <param name="blocked">The do-not-call list, in E.164.</param>
    /// <param name="correct">What the operator says about the format that was detected.</param>
    /// <param name="map">What the operator makes of the guessed columns, by default <see cref="FindNumber"/>.</param>
    public static async Task<Result<Upload>> OfAsync(
        byte[] bytes,
        ImportRules? rules = null,
        IReadOnlyList<string>? blocked = null,
        Func<SourceFormat, SourceFormat>? correct = null,
        Func<IReadOnlyList<ColumnGuess>, ColumnMapping>? map = null)
    {
        using var file = new SourceFile(bytes);
        return await OfAsync(file.Path, rules, blocked, correct, map);
    }

    public static async Task<Result<Upload>> OfAsync(
        string path,
        ImportRules? rules = null,
        IReadOnlyList<string>? blocked = null,
        Func<SourceFormat, SourceFormat>? correct = null,
        Func<IReadOnlyList<ColumnGuess>, ColumnMapping>? map = null)
    {
        var detected = await SourceFormatDetector.DetectAsync(path, CancellationToken.None);
        if (!detected.IsSuccess)
            return detected.Error;
        var format = correct is null ? detected.Value.Format : correct(detected.Value.Format);
        var guesses = await GuessAsync(path, format);
        if (!guesses.IsSuccess)
            return guesses.Error;
        var mapping = (map ?? FindNumber)(guesses.Value);

        List<ReadRow> rows = [];
        var checks = new ImportChecks(
            Gate.Check, CallSettingCatalog.ParseCell, number => blocked?.Contains(number.E164) == true);
        var report = await new DryRun(new ImportPipeline(rules ?? UsualRules, checks), Keep)
            .RunAsync(path, format, mapping, null, CancellationToken.None);
        if (!report.IsSuccess)
            return report.Error;
        AssertAccounted(report.Value, rows);
        return new Upload(detected.Value, guesses.Value, mapping, report.Value, rows);

        void Keep(ImportGroup group)
        {
            for (var index = 0; index < group.Count; index++)
                rows.Add(ReadRow.Of(group[index]));
        }
    }

    /// <summary>Each skipped row as <c>row code column</c>, in the order of the file.</summary>
    public IEnumerable<string> Skipped => Rows.Where(row => row.Skipped is not null)
        .Select(row => $"{row.RowNumber} {row.Skipped!.Code} {row.Skipped.Column}".TrimEnd());

    /// <summary>Each number that would be called, in the order of the file.</summary>
    public IEnumerable<string> Called => Rows.Where(row => row.Skipped is null).Select(row => row.Number!);

    public ReadRow this[int rowNumber] => Rows.Single(row => row.RowNumber == rowNumber);

    /// <summary>Where no column was taken for the number, the operator takes the one that is suggested, or the first.</summary>
    public static ColumnMapping FindNumber(IReadOnlyList<ColumnGuess> guesses)
    {
        var mapping = MappingGuesser.Apply(guesses);
        if (mapping.PhoneColumn >= 0)
            return mapping;
        var suggested = guesses.Index().FirstOrDefault(guess => guess.Item.Suggestion?.Use == ColumnUse.PhoneNumber).Index;
        return mapping with
        {
            Targets = [.. mapping.Targets.Select((target, index) => index == suggested ? new(ColumnUse.PhoneNumber) : target)],
        };
    }

    /// <summary>The operator takes every suggestion.</summary>
    public static ColumnMapping Accept(IReadOnlyList<ColumnGuess> guesses) => new(
        [.. guesses.Select(guess => guess.Header)],
        [.. guesses.Select(guess => guess.Suggestion ?? guess.Target)]);

    private static async Task<Result<IReadOnlyList<ColumnGuess>>> GuessAsync(string path, SourceFormat format)
    {
        var opened = await ImportSource.OpenAsync(path, format, CancellationToken.None);
        if (!opened.IsSuccess)
            return opened.Error;
        await using var source = opened.Value;
        return Success.Of(MappingGuesser.Guess(
            source.Preview.Headers, source.Preview.Rows, cell => Gate.Check(cell, new PhoneRules()).Number is not null));
    }

    /// <summary>No row may be lost between the file and the report, whatever stands in it.</summary>
    private static void AssertAccounted(ImportReport report, List<ReadRow> rows)
    {
        Assert.Equal((rows.Count, rows.Count(row => row.Skipped is null)), (report.Total, report.Ready));
        Assert.Equal(report.Skipped, report.SkippedByCode.Values.Sum());
        Assert.All(rows, row =>
        {
            Assert.NotEqual(row.Number is null, row.Skipped is null);
            Assert.NotEmpty(row.Skipped?.Message ?? "ready");
        });
        Assert.Equal(rows.Select(row => row.RowNumber).Order().Distinct(), rows.Select(row => row.RowNumber));
    }
}
