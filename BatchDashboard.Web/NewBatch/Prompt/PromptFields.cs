using BatchDashboard.Core.CallSettings;

namespace BatchDashboard.Web.NewBatch.Prompt;

/// <summary>Which call settings stand where in the wizard.</summary>
internal static class PromptFields
{
    /// <summary>The short ones that most batches set.</summary>
    public static IReadOnlyList<string> Main { get; } = ["voice", "language", "model", "max_duration", "voicemail.action"];

    // The start time belongs to the launch step.
    private static readonly HashSet<string> Elsewhere =
        [.. Main, "task", "pathway_id", "pathway_version", "first_sentence", "voicemail.message", "tools", "start_time"];

    /// <summary>What may be fixed while the columns are mapped: all but the prompt and the start.</summary>
    public static IReadOnlyList<CallSetting> Fixed { get; } =
        [.. Leaves().Where(setting => setting.Name is not ("task" or "pathway_id" or "pathway_version" or "tools" or "start_time"))];

    /// <summary>All the others of the catalogue, in its order.</summary>
    public static IReadOnlyList<(SettingGroup Group, IReadOnlyList<string> Names)> More { get; } =
    [
        .. Leaves()
            .Where(setting => !Elsewhere.Contains(setting.Name))
            .GroupBy(setting => setting.Group)
            .Select(group => (group.Key, (IReadOnlyList<string>)[.. group.Select(setting => setting.Name)])),
    ];

    /// <summary>An object with known parts is its parts.</summary>
    private static IEnumerable<CallSetting> Leaves() =>
        CallSettingCatalog.All.SelectMany(setting => setting.Parts is [] ? [setting] : setting.Parts);
}
