using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Imports.Columns;

namespace BatchDashboard.Core.Imports;

/// <summary>The names that columns of call settings have in the wild, beside the settings' own.</summary>
internal static class SettingHeaders
{
    private static readonly Dictionary<string, string[]> Aliases = new()
    {
        ["task"] = ["prompt", "call prompt", "agent prompt", "instructions"],
        ["pathway_id"] = ["pathway"],
        ["persona_id"] = ["persona"],
        ["first_sentence"] = ["greeting", "first message", "begin message", "opening line", "begrüßung"],
        ["voice"] = ["voice id", "voice name", "stimme", "voz", "voix"],
        ["language"] = ["lang", "language code", "locale", "sprache", "langue", "idioma", "lingua", "taal", "język", "язык", "语言", "言語"],
        ["from"] = ["from number", "from phone number", "caller id", "caller number"],
        ["start_time"] = ["start at", "call time", "call at", "scheduled time", "scheduled at", "schedule time", "send at", "startzeit", "heure de début", "hora de inicio"],
        ["timezone"] = ["time zone", "tz", "iana timezone", "zeitzone", "fuseau horaire", "zona horaria", "fuso orario", "fuso horário", "часовой пояс", "时区", "タイムゾーン"],
        ["max_duration"] = ["max call duration", "maximum duration", "max minutes", "call duration limit"],
        ["transfer_phone_number"] = ["transfer number", "transfer to", "transfer phone"],
        ["voicemail.action"] = ["voicemail action", "voicemail", "on voicemail", "voicemail mode"],
        ["voicemail.message"] = ["voicemail message", "voicemail text"],
        ["record"] = ["record call"],
        ["summary_prompt"] = ["summary instructions"],
        ["background_track"] = ["background sound", "background noise"],
        ["webhook"] = ["webhook url", "callback url", "web hook", "status webhook", "post call webhook"],
    };

    /// <summary>Every setting a column may be, with its names, its own first.</summary>
    public static IReadOnlyList<(CallSetting Setting, HeaderKey[] Names)> All { get; } =
    [
        .. CallSettingCatalog.Targets.Select(setting => (
            setting,
            new[] { setting.Name }.Concat(Aliases.GetValueOrDefault(setting.Name, [])).Select(HeaderKey.Of).ToArray())),
    ];
}
