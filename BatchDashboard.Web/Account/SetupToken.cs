using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace BatchDashboard.Web.Account;

/// <summary>The secret of the one-time set-up link: in memory only, and gone once there is an owner.</summary>
internal sealed class SetupToken
{
    private volatile string? _value;

    /// <summary>The token while there is no owner.</summary>
    public string? Value => _value;

    public void Issue() => _value = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public void Retire() => _value = null;

    public bool Accepts(string? candidate) =>
        _value is { } value && candidate is not null &&
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(candidate), Encoding.UTF8.GetBytes(value));
}
