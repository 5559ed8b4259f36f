namespace BatchDashboard.Core.CallSettings;

/// <summary>Under which heading a call setting stands on the screens and in the documentation.</summary>
public enum SettingGroup
{
    Agent,
    Voice,
    Conversation,
    Call,
    Voicemail,
    Data,
    AfterTheCall,
}
