namespace BatchDashboard.Core.Imports;

/// <summary>The names that columns of phone numbers have in the wild, the best first.</summary>
internal static class PhoneHeaders
{
    private static readonly string[] Aliases =
    [
        "phonenumber", "phone", "number", "tophonenumber", "contactnumber", "to", "tel", "telephone", "telephonenumber",
        "mobile", "mobilenumber", "mobilephone", "cell", "cellphone", "cellnumber", "msisdn", "whatsapp",
    ];

    /// <summary>
    /// 0 for the best name, null for a name of something else; letter case and punctuation do not matter.
    /// </summary>
    public static int? Rank(string header)
    {
        // A dotted header says itself what it is; "Tel." is not one.
        if (HeaderNames.Trim(header).TrimEnd('.').Contains('.', StringComparison.Ordinal))
            return null;
        var key = string.Concat(header.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        var rank = Array.IndexOf(Aliases, key);
        return rank < 0 ? null : rank;
    }
}
