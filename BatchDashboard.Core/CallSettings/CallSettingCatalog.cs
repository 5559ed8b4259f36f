using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace BatchDashboard.Core.CallSettings;

/// <summary>
/// Every call setting there is: for the targets of columns, the checks of the API, the fields of the wizard and the
/// documentation.
/// </summary>
public static class CallSettingCatalog
{
    private static readonly FrozenDictionary<string, CallSetting> ByName = CallSettingTable.Settings
        .SelectMany(setting => setting.Parts.Prepend(setting))
        .ToFrozenDictionary(setting => setting.Name);

    /// <summary>The settings, without their parts, in the order in which people read them.</summary>
    public static IReadOnlyList<CallSetting> All { get; } = CallSettingTable.Settings;

    /// <summary>
    /// What a column may be mapped to as a setting, parts included; request data and metadata are uses of their own.
    /// </summary>
    public static IReadOnlyList<CallSetting> Targets { get; } =
        [.. All.Where(setting => !setting.MergesMembers).SelectMany(setting => setting.Parts.Prepend(setting))];

    /// <summary>Still sent by clients of the original; accepted, without effect, and worth an event.</summary>
    public static IReadOnlySet<string> Retired { get; } = CallSettingTable.Retired.ToFrozenSet();

    /// <summary>
    /// The setting, or the part of one (<c>voicemail.action</c>, <c>request_data.anything</c>); null when there is
    /// none.
    /// </summary>
    public static CallSetting? Find(string name)
    {
        if (ByName.TryGetValue(name, out var setting)) return setting;

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && dot < name.Length - 1
            && ByName.TryGetValue(name[..dot], out var parent)
            && parent is { Type: SettingType.Structure, Parts: [] }
            ? parent.Inner(name, parent.MemberType)
            : null;
    }

    /// <summary>
    /// The value a cell of a file gives to a setting; null when the cell is blank, the setting retired, or the value
    /// null.
    /// </summary>
    public static Result<JsonNode?> ParseCell(string dottedName, string cell) =>
        Find(dottedName) is { } setting ? SettingReader.ReadText(setting, cell, dottedName)
        : Retired.Contains(dottedName) ? (JsonNode?)null
        : Unknown(dottedName, dottedName);

    /// <summary>
    /// The value in its normal form; null when it is null or blank, which means "not set", or the setting retired.
    /// </summary>
    /// <param name="field">The path of the value in the request, for <see cref="Error.Field"/>.</param>
    public static Result<JsonNode?> Validate(string name, JsonNode? value, string field)
    {
        if (Retired.Contains(name)) return (JsonNode?)null;
        if (Find(name) is not { } setting) return Unknown(name, field);

        return JsonTree.Copy(value) is { IsSuccess: true } copy
            ? SettingReader.Read(setting, copy.Value, field)
            : new Error(SettingCodes.Bad, $"{name} cannot be read: {JsonTree.Unreadable}.", field);
    }

    internal static Error Unknown(string name, string field)
    {
        var shown = SettingReader.Quote(name);
        var message = NearestName.Of(name, ByName.Keys) is { } near
            ? $"{shown} is not a call setting. Did you mean {near}?"
            : $"{shown} is not a call setting.";
        return new Error(SettingCodes.Unknown, message, field);
    }
}
