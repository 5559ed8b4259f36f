using BatchDashboard.Core.CallSettings;

namespace BatchDashboard.Core.Batches.Requests;

/// <summary>
/// The fields of a request for a batch beside its call settings and call objects, and the rules of their values.
/// </summary>
internal static class RequestFields
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
