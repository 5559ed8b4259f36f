namespace BatchDashboard.Core.Data;

/// <summary>Telephone numbers in hand-written SQL.</summary>
internal static class SqlNumbers
{
    /// <summary><see cref="PhoneNumbers.PhoneNumber.Digits"/> of the column <c>to_number</c>: the sign is no digit.</summary>
    public const string Digits = "CAST(substr(to_number, 2) AS INTEGER)";
}
