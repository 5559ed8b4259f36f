using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Imports.Columns;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.Imports;

/// <summary>
/// Guesses what the columns of a file are, by their names and their first values. Every target goes to the column for
/// which most speaks.
/// </summary>
public static class MappingGuesser
{
    /// <summary>Rows whose values are evidence.</summary>
    public const int EvidenceRows = 200;

    /// <param name="rows">The first rows of the file.</param>
    /// <param name="isPhoneNumber">Judges values whose spelling alone does not tell.</param>
    public static IReadOnlyList<ColumnGuess> Guess(
        IReadOnlyList<string> headers, IReadOnlyList<SourceRow> rows, Func<string, bool> isPhoneNumber)
    {
        var names = HeaderNames.CleanAll(headers);
        var isRejected = SkippedRowsCsv.ProblemHeaders.All(headers.Contains);
        IReadOnlyList<string>[] values = [.. headers.Select((_, index) => Values(rows, index))];
        ColumnContent[] contents = [.. values.Select(column => ColumnContent.Of(column, isPhoneNumber))];
        var best = Assign(
            headers.SelectMany((header, index) => Scores(header, index, contents[index], values[index])),
            headers.Select(Dotted).OfType<ColumnTarget>());
        return
        [
            .. headers.Select((header, index) => (isRejected && SkippedRowsCsv.ProblemHeaders.Contains(header)
                ? new ColumnGuess(header, new ColumnTarget(ColumnUse.Ignore), "says why the row was rejected before")
                : Guess(header, names[index], best.GetValueOrDefault(index))) with
                { Content = contents[index] }),
        ];
    }

    /// <summary>The mapping that the guesses amount to while no suggestion has been accepted.</summary>
    public static ColumnMapping Apply(IReadOnlyList<ColumnGuess> guesses) => new(
        [.. guesses.Select(guess => guess.Header)],
        [.. guesses.Select(guess => guess.Target)]);

    private static ColumnGuess Guess(string header, string name, TargetScore? best)
    {
        var variable = new ColumnTarget(ColumnUse.RequestData, name);
        return (Dotted(header), best) switch
        {
            ({ Use: ColumnUse.RequestData }, _) => new ColumnGuess(header, variable, "named by its prefix"),
            ({ } dotted, _) => new ColumnGuess(header, dotted, "named by its prefix"),
            (_, { Points: >= TargetScore.Applies }) => new ColumnGuess(header, best.Target, best.Reason),
            (_, { }) => new ColumnGuess(header, variable, best.Reason, best.Target),
            _ when name == header => new ColumnGuess(header, variable, "kept under its name"),
            _ => new ColumnGuess(header, variable, "given a name without spaces and punctuation"),
        };
    }

    private static IEnumerable<TargetScore> Scores(
        string header, int index, ColumnContent content, IReadOnlyList<string> values)
    {
        if (Dotted(header) is not null)
            return [];
        var key = HeaderKey.Of(header);
        var settings = SettingHeaders.All.Select(setting =>
            TargetScore.OfSetting(index, key, setting.Setting, setting.Names, content, values));
        return settings.Prepend(TargetScore.OfPhone(index, header, key, content)).OfType<TargetScore>();
    }

    /// <summary>One column per target and one target per column, the surest pairs first.</summary>
    /// <param name="given">Targets that headers name themselves.</param>
    private static Dictionary<int, TargetScore> Assign(
        IEnumerable<TargetScore> scores, IEnumerable<ColumnTarget> given)
    {
        Dictionary<int, TargetScore> best = [];
        HashSet<ColumnTarget> taken = [.. given];
        foreach (var score in scores
            .Where(score => score.Points >= TargetScore.Suggests)
            .OrderByDescending(score => score.Points).ThenBy(score => score.Rank).ThenBy(score => score.Column))
            if (!best.ContainsKey(score.Column) && taken.Add(score.Target))
                best.Add(score.Column, score);
        return best;
    }

    private static ColumnTarget? Dotted(string header) =>
        DottedHeader.Target(HeaderNames.Trim(header), name => CallSettingCatalog.Find(name) is not null);

    private static List<string> Values(IReadOnlyList<SourceRow> rows, int index) =>
    [
        .. rows
            .Where(row => row.Fault is null && !string.IsNullOrWhiteSpace(row.Fields[index]))
            .Take(EvidenceRows)
            .Select(row => row.Fields[index]),
    ];
}
