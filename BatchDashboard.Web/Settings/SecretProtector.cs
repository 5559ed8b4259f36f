using System.Security.Cryptography;
using BatchDashboard.Core.Telephony;
using Microsoft.AspNetCore.DataProtection;

namespace BatchDashboard.Web.Settings;

/// <summary>Protects secrets with the installation's key ring, which lies beside the database and not in it.</summary>
internal sealed class SecretProtector(IDataProtectionProvider protection) : ISecretProtector
{
    private readonly IDataProtector _protector = protection.CreateProtector("ProviderKeys");

    public string Protect(string secret) => _protector.Protect(secret);

    public string? Unprotect(string protectedSecret)
    {
        try
        {
            return _protector.Unprotect(protectedSecret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
