namespace BatchDashboard.Core.Calls;

/// <summary>Who or what picked up.</summary>
public enum AnsweredBy
{
    Human,
    Voicemail,
    NoAnswer,
    Unknown,
}
