using System.Globalization;

namespace BatchDashboard.Core.CallSettings;

/// <summary>
/// One entry of the <see cref="CallSettingCatalog"/>: what a call setting is called, takes and means.
/// </summary>
/// <param name="Name">As in the API; dotted for a part of an object (<c>voicemail.action</c>).</param>
/// <param name="Label">The name for people.</param>
/// <param name="Help">One sentence.</param>
/// <param name="Example">A good value, written as a cell of a file would be.</param>
public sealed record CallSetting(
    string Name,
    SettingType Type,
    SettingGroup Group,
    string Label,
    string Help,
    string Example)
{
    /// <summary>Written as a cell would be; null where the provider decides.</summary>
    public string? Default { get; init; }

    public int? Minimum { get; init; }

    public int? Maximum { get; init; }

    /// <summary>Of a number, for people.</summary>
    public string? Unit { get; init; }

    /// <summary>In characters; of each text in a list or an object, too.</summary>
    public int MaxLength { get; init; } = 200;

    public int? MaxItems { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>A null is a value of its own here; everywhere else it means "not set".</summary>
    public bool AllowsNull { get; init; }

    /// <summary>Carried out by this application, so never forwarded to a provider.</summary>
    public bool CarriedOutByUs { get; init; }

    /// <summary>Its text may hold <c>{{variables}}</c>.</summary>
    public bool TakesVariables { get; init; }

    /// <summary>The row's members join the batch's instead of replacing them all.</summary>
    public bool MergesMembers { get; init; }

    /// <summary>The only members an object may have; empty when it is open.</summary>
    public IReadOnlyList<CallSetting> Parts { get; init; } = [];

    /// <summary>What each member of an open object is.</summary>
    public SettingType MemberType { get; init; } = SettingType.Any;

    /// <summary>What each item of a list is.</summary>
    public SettingType ItemType { get; init; } = SettingType.Any;

    /// <summary>The name without its parent's.</summary>
    public string PartName => Name[(Name.IndexOf('.', StringComparison.Ordinal) + 1)..];

    /// <summary>The object it is a part of; its own name when it is of none.</summary>
    public string ParentName => Name.Split('.')[0];

    /// <summary>What a value must be, fit to stand after "must be".</summary>
    public string Rule => Type switch
    {
        SettingType.Text or SettingType.LongText => $"text of at most {Count(MaxLength)} characters",
        SettingType.WholeNumber => "a whole number" + Range,
        SettingType.Number => "a number" + Range,
        SettingType.Boolean => "true or false",
        SettingType.Choice => "one of " + string.Join(", ", Choices) + (AllowsNull ? " or null" : ""),
        SettingType.StartTime => $"a time such as {CallSettings.StartTime.Example}",
        SettingType.TimeZone => "an IANA time zone such as America/New_York",
        SettingType.PhoneNumber => "a phone number such as +12125550123",
        SettingType.Url => "an address that starts with http:// or https://",
        SettingType.Keypad => $"at most {Count(MaxLength)} of the keys 0-9, * and #, and w for a pause",
        SettingType.Structure when Parts.Count > 0 =>
            "a JSON object of " + string.Join(", ", Parts.Select(part => part.PartName)),
        SettingType.Structure => "a JSON object" + (MemberType is SettingType.PhoneNumber ? " of phone numbers" : ""),
        SettingType.List => "a JSON list" + Items,
        SettingType.Any => $"JSON, or text of at most {Count(MaxLength)} characters",
        _ => throw new InvalidOperationException($"{Type} has no rule."),
    };

    /// <summary>This setting seen as one of its members or items.</summary>
    internal CallSetting Inner(string name, SettingType type) => this with
    {
        Name = name,
        Type = type,
        MergesMembers = false,
        Parts = [],
        MemberType = SettingType.Any,
        ItemType = SettingType.Any,
    };

    private string Range =>
        (Minimum, Maximum) switch
        {
            ({ } least, { } most) => $" from {Count(least)} to {Count(most)}",
            ({ } least, null) => $" from {Count(least)} up",
            (null, { } most) => $" up to {Count(most)}",
            _ => "",
        }
        + (Unit is null ? "" : $" ({Unit})");

    private string Items =>
        ItemType switch
        {
            SettingType.Text => " of texts",
            SettingType.WholeNumber => " of whole numbers" + Range,
            SettingType.Structure => " of objects",
            _ => "",
        }
        + (MaxItems is { } most ? $" with at most {Count(most)} items" : "");

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
