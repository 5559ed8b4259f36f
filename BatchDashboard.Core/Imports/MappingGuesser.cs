using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.Imports;

/// <summary>
/// Guesses what the columns of a file are, by their names and, for the phone number, by their values.
/// </summary>
public static class MappingGuesser
{
    private const double MostValues = 0.8;

    /// <param name="looksLikePhone">Judges a cell; asked only when no column has the name of a phone number.</param>
    public static IReadOnlyList<ColumnGuess> Guess(
        SourcePreview source,
        SettingNames isSetting,
        Func<string, bool> looksLikePhone)
    {
        var names = HeaderNames.CleanAll(source.Headers);
        var phone = BestPhoneHeader(source.Headers);
        var phoneLike = phone is null ? FirstPhoneLike(source, looksLikePhone) : null;
        return
        [
            .. source.Headers.Select((header, index) => index == phone
                ? new ColumnGuess(header, new ColumnTarget(ColumnUse.PhoneNumber), "matched by name")
                : index == phoneLike
                    ? SuggestPhone(header, names[index])
                    : GuessOther(header, names[index], isSetting)),
        ];
    }

    /// <summary>The mapping that the guesses amount to while no suggestion has been accepted.</summary>
    public static ColumnMapping Apply(IReadOnlyList<ColumnGuess> guesses) => new(
        [.. guesses.Select(guess => guess.Header)],
        [.. guesses.Select(guess => guess.Target)]);

    private static ColumnGuess GuessOther(string header, string name, SettingNames isSetting)
    {
        var trimmed = HeaderNames.Trim(header);
        var variable = new ColumnTarget(ColumnUse.RequestData, name);
        return DottedHeader.Target(trimmed, isSetting) switch
        {
            { Use: ColumnUse.RequestData } => new ColumnGuess(header, variable, "named by its prefix"),
            { } dotted => new ColumnGuess(header, dotted, "named by its prefix"),
            null when isSetting(trimmed) => new ColumnGuess(
                header, variable, "has the name of a call setting", new ColumnTarget(ColumnUse.Setting, trimmed)),
            null when name == header => new ColumnGuess(header, variable, "kept under its name"),
            null => new ColumnGuess(header, variable, "given a name without spaces and punctuation"),
        };
    }

    private static ColumnGuess SuggestPhone(string header, string name) => new(
        header,
        new ColumnTarget(ColumnUse.RequestData, name),
        "most of its values look like phone numbers",
        new ColumnTarget(ColumnUse.PhoneNumber));

    private static int? BestPhoneHeader(IReadOnlyList<string> headers) => Enumerable.Range(0, headers.Count)
        .Select(index => (Index: index, Rank: PhoneHeaders.Rank(headers[index])))
        .Where(column => column.Rank is not null)
        .OrderBy(column => column.Rank)
        .Select(column => (int?)column.Index)
        .FirstOrDefault();

    private static int? FirstPhoneLike(SourcePreview source, Func<string, bool> looksLikePhone) =>
        Enumerable.Range(0, source.Headers.Count)
            .Where(index => IsPhoneLike(Values(source, index), looksLikePhone))
            .Select(index => (int?)index)
            .FirstOrDefault();

    private static bool IsPhoneLike(List<string> values, Func<string, bool> looksLikePhone) =>
        values.Count > 0 && values.Count(looksLikePhone) >= values.Count * MostValues;

    private static List<string> Values(SourcePreview source, int index) =>
    [
        .. source.Rows
            .Where(row => row.Fault is null && row.Fields[index].Length > 0)
            .Select(row => row.Fields[index]),
    ];
}
