namespace BatchDashboard.Core.Telephony.Sandbox;

/// <summary>The sandbox's id of a call: its attempt key in another dress, which saves a table of ids.</summary>
internal static class SandboxCallId
{
    private const string Prefix = "sbx_";

    public static string For(AttemptKey key) => $"{Prefix}{key.Value:N}";

    public static AttemptKey? Parse(string providerCallId) =>
        providerCallId.StartsWith(Prefix, StringComparison.Ordinal) &&
        Guid.TryParseExact(providerCallId.AsSpan(Prefix.Length), "N", out var key)
            ? new AttemptKey(key)
            : null;
}
