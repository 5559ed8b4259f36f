namespace BatchDashboard.Core.Imports;

/// <summary>The rules by which columns are mapped for an upload through the API.</summary>
internal static class ApiMapping
{
    /// <param name="columnMapping">
    /// By header: <c>phone_number</c>, <c>request_data</c>, <c>request_data.name</c>, <c>metadata</c>, a call
    /// setting, or <c>ignore</c>. Columns it does not name: phone aliases are the phone number unless one is named,
    /// dotted headers are what they say, all others are request data.
    /// </param>
    public static Result<ColumnMapping> Read(
        IReadOnlyList<string> headers,
        IReadOnlyDictionary<string, string>? columnMapping,
        SettingNames isSetting)
    {
        var names = HeaderNames.CleanAll(headers);
        var targets = new ColumnTarget?[headers.Count];
        List<Error> errors = [];
        foreach (var (header, value) in columnMapping ?? new Dictionary<string, string>())
        {
            var index = Position(headers, names, header);
            if (index < 0)
                errors.Add(MappingErrors.UnknownColumn(header, headers));
            else if (Named(value, names[index], isSetting) is { } target)
                targets[index] = target;
            else
                errors.Add(MappingErrors.UnknownTarget(header, value));
        }

        if (errors.Count > 0)
            return errors.ToArray();

        var spaced = Enumerable.Range(0, headers.Count)
            .Where(index => targets[index] is null && HeaderNames.Trim(headers[index]).Any(char.IsWhiteSpace))
            .Select(index => MappingErrors.HeaderHasSpaces(headers[index], names[index]))
            .ToArray();
        if (spaced.Length > 0)
            return spaced;

        var mapping = new ColumnMapping(headers, WithUnnamed(headers, names, targets, isSetting));
        Error[] problems = [.. mapping.FindProblems().Select(problem => Placed(problem, headers, targets))];
        return problems.Length > 0 ? problems : mapping;
    }

    /// <summary>Where the mapping named a column that the problem is about, the fault is there and not in the file.</summary>
    private static Error Placed(MappingProblem problem, IReadOnlyList<string> headers, ColumnTarget?[] named) =>
        problem.Columns.Where(index => named[index] is not null).ToArray() is [var first, ..]
            ? problem.Error with { Field = $"column_mapping.{headers[first]}" }
            : problem.Error;

    private static ColumnTarget[] WithUnnamed(
        IReadOnlyList<string> headers,
        IReadOnlyList<string> names,
        ColumnTarget?[] named,
        SettingNames isSetting)
    {
        var phones = named.Any(target => target?.Use == ColumnUse.PhoneNumber) ? [] : PhoneColumns(headers, named);
        return [.. named.Select((target, index) => target ?? Unnamed(index))];

        ColumnTarget Unnamed(int index)
        {
            if (phones.Contains(index))
                return new ColumnTarget(ColumnUse.PhoneNumber);
            return DottedHeader.Target(HeaderNames.Trim(headers[index]), isSetting) is { } dotted
                && dotted.Use != ColumnUse.RequestData
                    ? dotted
                    : new ColumnTarget(ColumnUse.RequestData, names[index]);
        }
    }

    /// <summary>
    /// A column of the proper name beats its aliases; several aliases are all named, and refused as such.
    /// </summary>
    private static int[] PhoneColumns(IReadOnlyList<string> headers, ColumnTarget?[] named)
    {
        int[] aliases =
        [
            .. Enumerable.Range(0, headers.Count)
                .Where(index => named[index] is null && PhoneHeaders.Rank(headers[index]) is not null),
        ];
        int[] proper = [.. aliases.Where(index => PhoneHeaders.Rank(headers[index]) == 0)];
        return proper.Length > 0 ? proper : aliases;
    }

    private static ColumnTarget? Named(string value, string name, SettingNames isSetting) => value switch
    {
        "phone_number" => new ColumnTarget(ColumnUse.PhoneNumber),
        "request_data" => new ColumnTarget(ColumnUse.RequestData, name),
        "metadata" => new ColumnTarget(ColumnUse.Metadata, name),
        "ignore" => new ColumnTarget(ColumnUse.Ignore),
        // Before the settings, which have an entry for each part of the request data as well.
        _ when DottedHeader.Target(value, isSetting) is { } dotted => dotted,
        _ when isSetting(value) => new ColumnTarget(ColumnUse.Setting, value),
        _ => null,
    };

    /// <summary>By the header as it stands; the clean name serves for a header that stands there twice.</summary>
    private static int Position(IReadOnlyList<string> headers, IReadOnlyList<string> names, string header)
    {
        for (var index = 0; index < headers.Count; index++)
            if (headers[index] == header || HeaderNames.Trim(headers[index]) == header)
                return index;
        for (var index = 0; index < names.Count; index++)
            if (names[index] == header)
                return index;
        return -1;
    }
}
