namespace BatchDashboard.Core.Imports;

/// <summary>What each column of a source is used for, by position.</summary>
/// <param name="Headers">The source's own headers.</param>
/// <param name="Targets">One per header.</param>
public sealed record ColumnMapping(IReadOnlyList<string> Headers, IReadOnlyList<ColumnTarget> Targets)
{
    public RowLayout Layout => new(Headers, Targets);

    /// <summary>Position of the phone number; -1 while no column is chosen.</summary>
    public int PhoneColumn
    {
        get
        {
            for (var index = 0; index < Targets.Count; index++)
                if (Targets[index].Use == ColumnUse.PhoneNumber)
                    return index;
            return -1;
        }
    }

    /// <summary>The mapping of an upload through the API, where nobody can be asked.</summary>
    /// <inheritdoc cref="ApiMapping.Read"/>
    public static Result<ColumnMapping> FromApi(
        IReadOnlyList<string> headers,
        IReadOnlyDictionary<string, string>? columnMapping,
        SettingNames isSetting) => ApiMapping.Read(headers, columnMapping, isSetting);

    /// <summary>Every column but the phone number becomes a variable; those that are one keep their names.</summary>
    public ColumnMapping MapAllToRequestData() =>
        ToRequestData((target, _) => target.Use is not (ColumnUse.PhoneNumber or ColumnUse.RequestData));

    /// <summary>Every column that is not used becomes a variable.</summary>
    public ColumnMapping MapUnusedToRequestData() => ToRequestData((target, _) => target.Use == ColumnUse.Ignore);

    /// <summary>
    /// These columns keep their targets; others with one of them become variables under names that are free.
    /// </summary>
    public ColumnMapping KeepAt(params IEnumerable<int> columns)
    {
        var kept = columns.ToHashSet();
        // Variables that differ by letter case alone are one name to whoever writes the prompt.
        var targets = kept.Select(index => Targets[index].Written()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return ToRequestData((target, index) =>
            target.Use != ColumnUse.Ignore && !kept.Contains(index) && targets.Contains(target.Written()));
    }

    /// <summary>What has to be settled before rows can be read under this mapping.</summary>
    public IReadOnlyList<Error> Problems() => [.. FindProblems().Select(problem => problem.Error)];

    /// <summary><see cref="Problems"/> with the columns they are about.</summary>
    public IReadOnlyList<MappingProblem> FindProblems() =>
    [
        .. PhoneColumn < 0 ? [new MappingProblem(MappingErrors.NoPhoneColumn(), [])] : Array.Empty<MappingProblem>(),
        .. TargetsUsedTwice(),
        .. BadNames(),
    ];

    private ColumnMapping ToRequestData(Func<ColumnTarget, int, bool> isMeant)
    {
        bool[] meant = [.. Targets.Select(isMeant)];
        var taken = Targets
            .Where((target, index) => target.Use == ColumnUse.RequestData && !meant[index])
            .Select(target => target.Name ?? "")
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var names = HeaderNames.CleanAll(Headers);
        return this with
        {
            Targets =
            [
                .. Targets.Select((target, index) => meant[index]
                    ? new ColumnTarget(ColumnUse.RequestData, HeaderNames.TakeFree(names[index], taken))
                    : target),
            ],
        };
    }

    // By the same names as above: letter case makes no other variable.
    private IEnumerable<MappingProblem> TargetsUsedTwice() => Targets
        .Index()
        .Where(column => column.Item.Use != ColumnUse.Ignore)
        .GroupBy(column => column.Item.Written(), column => column.Index, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Skip(1).Any())
        .Select(group => new MappingProblem(
            MappingErrors.UsedTwice(group.Key, group.Select(index => Headers[index])), [.. group]));

    private IEnumerable<MappingProblem> BadNames()
    {
        for (var index = 0; index < Targets.Count; index++)
            if (Targets[index] is { Use: ColumnUse.RequestData or ColumnUse.Metadata, Name: var name }
                && !HeaderNames.IsClean(name ?? ""))
                yield return new MappingProblem(
                    MappingErrors.BadVariableName(
                        Headers[index], name, HeaderNames.Clean(name ?? Headers[index], index)),
                    [index]);
    }
}
