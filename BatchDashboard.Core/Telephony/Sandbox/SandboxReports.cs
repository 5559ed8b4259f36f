namespace BatchDashboard.Core.Telephony.Sandbox;

/// <summary>What of a call the sandbox tells by itself; asked, it always tells everything.</summary>
internal enum SandboxReports
{
    Everything,
    AllButTheEnd,
    Nothing,
}
