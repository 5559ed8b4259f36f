using BatchDashboard.Core.CallSettings;

namespace BatchDashboard.Web.NewBatch;

/// <summary>The names of the groups of call settings.</summary>
internal static class SettingWords
{
    public static string Group(SettingGroup group) => group switch
    {
        SettingGroup.Agent => "Agent",
        SettingGroup.Voice => "Voice",
        SettingGroup.Conversation => "Conversation",
        SettingGroup.Call => "Call",
        SettingGroup.Voicemail => "Voicemail",
        SettingGroup.Data => "Data",
        SettingGroup.AfterTheCall => "After the call",
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };
}
