namespace BatchDashboard.Core.Telephony;

/// <summary>Makes secrets unreadable for whoever has the database alone; the host provides it.</summary>
public interface ISecretProtector
{
    string Protect(string secret);

    /// <summary>Null when it was protected by an installation whose keys are gone.</summary>
    string? Unprotect(string protectedSecret);
}
