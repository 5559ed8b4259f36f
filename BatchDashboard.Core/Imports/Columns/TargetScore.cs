using BatchDashboard.Core.CallSettings;

namespace BatchDashboard.Core.Imports.Columns;

/// <summary>How much speaks for one column being one thing.</summary>
/// <param name="Points">From <see cref="Applies"/> on it is taken for it, from <see cref="Suggests"/> on it is offered.</param>
/// <param name="Rank">Among targets and columns with as many points, the lowest goes first.</param>
internal sealed record TargetScore(int Column, ColumnTarget Target, int Points, int Rank, string Reason)
{
    public const int Applies = 85;
    public const int Suggests = 60;

    private const int Evidence = 20;
    private const int Doubt = 30;

    /// <summary>Percentage of the values up to which they speak against a setting.</summary>
    private const int Few = 20;

    public static TargetScore? OfPhone(int column, string header, HeaderKey key, ColumnContent content)
    {
        var target = new ColumnTarget(ColumnUse.PhoneNumber);
        var looksIt = content.Kind == ContentKind.PhoneNumber;
        var seen = $"{content.Percent} % of its values look like phone numbers";
        return PhoneHeaders.Match(header, key) switch
        {
            null => looksIt ? new(column, target, Suggests, int.MaxValue, seen) : null,
            var match when looksIt => new(column, target, match.Points + Evidence, match.Rank, $"{Matched(match)}, and {seen}"),
            { IsVague: true } match when content.Kind != ContentKind.Empty => new(
                column, target, match.Points - Doubt, match.Rank,
                $"{Matched(match)}, but few of its values look like phone numbers"),
            var match => new(column, target, match.Points, match.Rank, Matched(match)),
        };
    }

    /// <summary>
    /// Never enough to be applied: a setting changes how somebody is called, and takes a click of the operator's.
    /// </summary>
    /// <param name="values">The column's first values that are not blank.</param>
    public static TargetScore? OfSetting(
        int column, HeaderKey key, CallSetting setting, HeaderKey[] names, ColumnContent content, IReadOnlyList<string> values)
    {
        var target = new ColumnTarget(ColumnUse.Setting, setting.Name);
        if (NameMatch.Of(key, names) is not { } match)
            return setting.Type == SettingType.TimeZone && content.Kind == ContentKind.TimeZone
                ? new(column, target, Suggests, int.MaxValue, $"{content.Percent} % of its values are time zones")
                : null;

        var name = match.Points switch
        {
            NameMatch.Exact => "has the name of a call setting",
            NameMatch.Alike => $"its name is much like {setting.Name}",
            _ => "has a usual name of this call setting",
        };
        if (values.Count == 0 || setting.Type is SettingType.Text or SettingType.LongText or SettingType.Any)
            return new(column, target, Math.Min(match.Points, Applies - 1), match.Rank, name);

        var fitting = values.Count(value => CallSettingCatalog.ParseCell(setting.Name, value).IsSuccess) * 100 / values.Count;
        // Other words for a choice can be mapped to it; anything else is no such setting, whatever its name.
        if (fitting == 0 && setting.Type is not (SettingType.Choice or SettingType.Boolean or SettingType.TimeZone))
            return null;
        var points = match.Points + (fitting >= ColumnContent.Most ? Evidence : fitting <= Few ? -Doubt : 0);
        return new(column, target, Math.Min(points, Applies - 1), match.Rank, $"{name}, and {fitting} % of its values fit");
    }

    private static string Matched(NameMatch match) => match.Points switch
    {
        NameMatch.Alike => "its name is much like phone_number",
        NameMatch.SomeWords => "its name speaks of a phone number",
        _ => "matched by name",
    };
}
