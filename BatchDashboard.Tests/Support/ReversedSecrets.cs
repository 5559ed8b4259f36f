using BatchDashboard.Core.Telephony;

namespace BatchDashboard.Tests.Support;

/// <summary>Protects secrets from a test that looks for them, and from nobody else.</summary>
internal sealed class ReversedSecrets : ISecretProtector
{
    public string Protect(string secret) => "reversed:" + Reverse(secret);

    public string? Unprotect(string protectedSecret) =>
        protectedSecret.StartsWith("reversed:", StringComparison.Ordinal) ? Reverse(protectedSecret[9..]) : null;

    private static string Reverse(string text) => new([.. text.Reverse()]);
}
