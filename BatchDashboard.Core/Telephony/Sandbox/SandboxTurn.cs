namespace BatchDashboard.Core.Telephony.Sandbox;

/// <summary>Something said or done on a call, without its time.</summary>
/// <param name="By">As in a transcript line.</param>
internal readonly record struct SandboxTurn(string By, string Text)
{
    public static SandboxTurn Assistant(string text) => new("assistant", text);

    public static SandboxTurn User(string text) => new("user", text);

    public static SandboxTurn Action(string text) => new("agent-action", text);
}
