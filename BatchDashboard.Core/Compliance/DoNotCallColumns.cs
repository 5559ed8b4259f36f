using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.Compliance;

/// <summary>Where a file of numbers says what, by position; -1: nowhere.</summary>
public sealed record DoNotCallColumns(int Phone, int Reason = -1, int Expiry = -1)
{
    private static readonly string[] ReasonNames = ["reason", "comment", "comments", "note", "notes", "why"];
    private static readonly string[] ExpiryNames =
        ["expiresat", "expires", "expiry", "expirydate", "expireson", "expiration", "expirationdate", "validuntil", "until"];

    /// <param name="looksLikePhone">Judges a cell; asked only when no column has the name of a phone number.</param>
    public static DoNotCallColumns Guess(SourcePreview file, Func<string, bool> looksLikePhone)
    {
        var guesses = MappingGuesser.Guess(file.Headers, file.Rows, looksLikePhone);
        var phone = Enumerable.Range(0, guesses.Count).FirstOrDefault(index => IsPhone(guesses[index]), -1);
        return new DoNotCallColumns(phone, Named(file.Headers, ReasonNames), Named(file.Headers, ExpiryNames));
    }

    private static bool IsPhone(ColumnGuess guess) =>
        ColumnUse.PhoneNumber == guess.Target.Use || ColumnUse.PhoneNumber == guess.Suggestion?.Use;

    private static int Named(IReadOnlyList<string> headers, string[] names) => Enumerable.Range(0, headers.Count)
        .FirstOrDefault(index => names.Contains(string.Concat(headers[index].Where(char.IsLetter)).ToLowerInvariant()), -1);
}
