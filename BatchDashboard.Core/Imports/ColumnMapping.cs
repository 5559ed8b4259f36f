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

    /// <summary>Every column but the phone number becomes a variable under its clean name.</summary>
    public ColumnMapping MapAllToRequestData()
    {
        var names = HeaderNames.CleanAll(Headers);
        return this with
        {
            Targets =
            [
                .. Targets.Select((target, index) => target.Use == ColumnUse.PhoneNumber
                    ? target
                    : new ColumnTarget(ColumnUse.RequestData, names[index])),
            ],
        };
    }

    /// <summary>What has to be settled before rows can be read under this mapping.</summary>
    public IReadOnlyList<Error> Problems() =>
    [
        .. PhoneColumn < 0 ? [MappingErrors.NoPhoneColumn()] : Array.Empty<Error>(),
        .. TargetsUsedTwice(),
        .. BadNames(),
    ];

    // Variables that differ by letter case alone are one name to whoever writes the prompt.
    private IEnumerable<Error> TargetsUsedTwice() => Targets
        .Select((target, index) => (Target: target, Header: Headers[index]))
        .Where(column => column.Target.Use != ColumnUse.Ignore)
        .GroupBy(column => Describe(column.Target), StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Skip(1).Any())
        .Select(group => MappingErrors.UsedTwice(group.Key, group.Select(column => column.Header)));

    private IEnumerable<Error> BadNames()
    {
        for (var index = 0; index < Targets.Count; index++)
            if (Targets[index] is { Use: ColumnUse.RequestData or ColumnUse.Metadata, Name: var name }
                && !HeaderNames.IsClean(name ?? ""))
                yield return MappingErrors.BadVariableName(
                    Headers[index], name, HeaderNames.Clean(name ?? Headers[index], index));
    }

    internal static string Describe(ColumnTarget target) => target.Use switch
    {
        ColumnUse.PhoneNumber => "phone_number",
        ColumnUse.RequestData => $"request_data.{target.Name}",
        ColumnUse.Metadata => $"metadata.{target.Name}",
        _ => target.Name ?? "",
    };
}
