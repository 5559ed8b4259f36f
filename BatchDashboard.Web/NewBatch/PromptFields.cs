using BatchDashboard.Core.CallSettings;

namespace BatchDashboard.Web.NewBatch;

/// <summary>Which call settings stand where on the prompt step.</summary>
internal static class PromptFields
{
    /// <summary>The short ones that most batches set.</summary>
    public static IReadOnlyList<string> Main { get; } = ["voice", "language", "model", "max_duration", "voicemail.action"];

    // The start time belongs to the launch step.
    private static readonly HashSet<string> Elsewhere =
        [.. Main, "task", "pathway_id", "pathway_version", "first_sentence", "voicemail.message", "tools", "start_time"];

    /// <summary>All the others of the catalogue, in its order; an object with known parts is its parts.</summary>
    public static IReadOnlyList<(SettingGroup Group, IReadOnlyList<string> Names)> More { get; } =
    [
        .. CallSettingCatalog.All
            .SelectMany(setting => setting.Parts is [] ? [setting] : setting.Parts)
            .Where(setting => !Elsewhere.Contains(setting.Name))
            .GroupBy(setting => setting.Group)
            .Select(group => (group.Key, (IReadOnlyList<string>)[.. group.Select(setting => setting.Name)])),
    ];
}
