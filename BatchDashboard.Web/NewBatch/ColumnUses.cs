using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Imports;

namespace BatchDashboard.Web.NewBatch;

/// <summary>What a column can be used as, as the options of a select.</summary>
internal static class ColumnUses
{
    private const string SettingPrefix = "setting:";

    public static IReadOnlyList<(string Value, string Label)> Plain { get; } =
    [
        (Write(new ColumnTarget(ColumnUse.PhoneNumber)), "Phone number"),
        (Write(new ColumnTarget(ColumnUse.RequestData)), "Request data"),
        (Write(new ColumnTarget(ColumnUse.Metadata)), "Metadata"),
        (Write(new ColumnTarget(ColumnUse.Ignore)), "Do not use"),
    ];

    public static IReadOnlyList<(string Label, IReadOnlyList<(string Value, string Label)> Uses)> Settings { get; } =
    [
        .. CallSettingCatalog.Targets.GroupBy(setting => setting.Group).Select(group => (
            $"Call setting: {SettingWords.Group(group.Key)}",
            (IReadOnlyList<(string, string)>)[.. group.Select(setting => (SettingPrefix + setting.Name, setting.Label))])),
    ];

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

    public static string Describe(ColumnTarget target) => target.Use switch
    {
        ColumnUse.PhoneNumber => "phone number",
        ColumnUse.RequestData => $"request data {{{{{target.Name}}}}}",
        ColumnUse.Metadata => $"metadata {target.Name}",
        ColumnUse.Setting => $"call setting {target.Name}",
        _ => "not used",
    };

    /// <summary>How a column is called on the screen, also when its header is blank.</summary>
    public static string NameOf(string header, int index) =>
        string.IsNullOrWhiteSpace(header) ? $"Column {index + 1} (no name)" : VisibleText.Of(header);
}
