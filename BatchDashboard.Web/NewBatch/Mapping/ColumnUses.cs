using System.Net;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Columns;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.NewBatch.Mapping;

/// <summary>What a column can be used as, as the options of a select.</summary>
internal static class ColumnUses
{
    private const string SettingPrefix = "setting:";

    /// <summary>
    /// One piece of markup: with a thousand columns, comparing sixty options of each one by one would be felt.
    /// </summary>
    public static MarkupString Options { get; } = new(string.Concat(
    [
        Option(Write(new ColumnTarget(ColumnUse.PhoneNumber)), "Phone number"),
        Option(Write(new ColumnTarget(ColumnUse.RequestData)), "Request data"),
        Option(Write(new ColumnTarget(ColumnUse.Metadata)), "Metadata"),
        Option(Write(new ColumnTarget(ColumnUse.Ignore)), "Do not use"),
        .. CallSettingCatalog.Targets.GroupBy(setting => setting.Group).Select(Group),
    ]));

    public static string Write(ColumnTarget target) =>
        target.Use == ColumnUse.Setting ? SettingPrefix + target.Name : target.Use.ToString();

    /// <param name="variable">The name it has when it becomes request data or metadata.</param>
    public static ColumnTarget Read(string value, string variable) =>
        value.StartsWith(SettingPrefix, StringComparison.Ordinal)
            ? new ColumnTarget(ColumnUse.Setting, value[SettingPrefix.Length..])
            : Enum.Parse<ColumnUse>(value) switch
            {
                ColumnUse.RequestData => new ColumnTarget(ColumnUse.RequestData, variable),
                ColumnUse.Metadata => new ColumnTarget(ColumnUse.Metadata, variable),
                var use => new ColumnTarget(use),
            };

    /// <summary>What the values of a column look like, as a badge; null when there is nothing to say.</summary>
    public static string? Badge(ContentKind kind) => kind switch
    {
        ContentKind.PhoneNumber => "Phone number",
        ContentKind.Url => "Web address",
        ContentKind.Email => "E-mail",
        ContentKind.TimeZone => "Time zone",
        ContentKind.DateTime => "Date",
        ContentKind.Number => "Number",
        ContentKind.YesNo => "Yes or no",
        ContentKind.Text => "Text",
        _ => null,
    };

    private static string Group(IGrouping<SettingGroup, CallSetting> settings) =>
        $"<optgroup label=\"Call setting: {SettingWords.Group(settings.Key)}\">" +
        string.Concat(settings.Select(setting => Option(SettingPrefix + setting.Name, setting.Label))) +
        "</optgroup>";

    private static string Option(string value, string label) =>
        $"<option value=\"{WebUtility.HtmlEncode(value)}\">{WebUtility.HtmlEncode(label)}</option>";
}
