namespace BatchDashboard.Tests.Telephony.BlandFake;

/// <summary>How a call ends.</summary>
public enum FakeOutcome
{
    Completed,
    Voicemail,
    NoAnswer,
    Busy,
    Failed,
}
