using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Compliance.CallingHours;

namespace BatchDashboard.Core.Batches.Requests;

/// <summary>
/// The fields of a request for a batch beside its call settings and call objects, and the rules of their values.
/// </summary>
public static class RequestFields
{
    public const string Global = "global";

    /// <summary>Those that only a file has.</summary>
    public static readonly CallSetting ColumnMapping = new(
        "column_mapping", SettingType.Structure, SettingGroup.Data, "Column mapping",
        "What each column of the file is used for.", """{"name": "request_data"}""");

    public static readonly IReadOnlyList<CallSetting> All =
    [
        new("description", SettingType.Text, SettingGroup.Call, "Description", "The batch's name.", "July reminders")
        {
            MaxLength = 60,
        },
        new("status_webhook", SettingType.Url, SettingGroup.AfterTheCall, "Status webhook",
            "Where each phase of the batch is posted to.", "https://example.com/batches") { MaxLength = 2000 },
        new("max_concurrent", SettingType.WholeNumber, SettingGroup.Call, "Calls at once",
            "Calls in flight at the same time; 0 for no limit of the batch's own.", "10")
        {
            Minimum = 0,
            Maximum = 100_000,
        },
        new("max_calls_per_second", SettingType.Number, SettingGroup.Call, "Calls per second",
            "Calls started in a second; 0 for no limit of the batch's own.", "2.5") { Minimum = 0, Maximum = 10_000 },
        new("start_time", SettingType.StartTime, SettingGroup.Call, "Start time",
            "No call of the batch starts before it.", StartTime.Example),
        new(CallingRulesText.HoursField, SettingType.Text, SettingGroup.Call, "Calling hours",
            "When people may be called, by their own clocks; off for any time.", "mon-fri 09:00-20:00, sat 10:00-14:00")
        {
            MaxLength = 1000,
        },
        new(CallingRulesText.DatesField, SettingType.List, SettingGroup.Call, "Days without calls",
            "Days on which nobody is called, by their own calendars.", """["2026-12-25"]""")
        {
            ItemType = SettingType.Text,
            MaxItems = 366,
        },
        new(CallingRulesText.ZoneField, SettingType.TimeZone, SettingGroup.Call, "Time zone of the others",
            "The zone of recipients of whom neither the row nor the number tells one; without it they are held.", "America/New_York"),
        new("priority", SettingType.WholeNumber, SettingGroup.Call, "Priority",
            "Of batches that want to dial at the same time, a higher one comes first.", "1")
        {
            Minimum = -100,
            Maximum = 100,
        },
        new("ramp_up_seconds", SettingType.WholeNumber, SettingGroup.Call, "Ramp-up",
            "So long the limits grow from a tenth to the whole.", "600")
        {
            Minimum = 0,
            Maximum = 86_400,
            Unit = "seconds",
        },
        new("number_check", SettingType.Choice, SettingGroup.Data, "Number check",
            "Whether a number must be valid, or only of a possible length.", "strict")
        {
            Choices = ["strict", "possible"],
        },
        new("default_country", SettingType.Text, SettingGroup.Data, "Default country",
            "Country of numbers without a country code.", "US"),
        new("duplicates", SettingType.Choice, SettingGroup.Data, "Duplicates",
            "What happens to a number that stands in the list again.", "skip") { Choices = ["skip", "call"] },
    ];
}
