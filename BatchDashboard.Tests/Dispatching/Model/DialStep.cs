namespace BatchDashboard.Tests.Dispatching.Model;

/// <summary>What can happen next; see <see cref="DialWorld"/>.</summary>
public enum DialStep
{
    Intend,
    Send,
    Arrive,
    Refuse,
    Answer,
    LoseReply,
    LoseRequest,
    Wait,
    Watch,
    GoOn,
    Report,
    ReportLate,
    Pause,
    Resume,
    Cancel,
    Finish,
    WasCalled,
    CallAgain,
    Crash,
    Away,
}
