using System.Globalization;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Imports;

/// <summary>Decides for the rows of one run, in their order, which numbers may be called.</summary>
internal sealed class RecipientGate(ImportRules rules, ImportChecks checks)
{
    private readonly SeenNumbers _seen = new();
    private readonly string? _ownNumber = Normalise(rules.OwnNumber, rules, checks);
    private (string Text, string? Number) _rowFrom = ("", null);

    /// <param name="from">The row's own caller id, when it has one.</param>
    public (PhoneNumber? Number, Error? Problem) Check(string cell, string? from)
    {
        var verdict = checks.Phone(cell, rules.Phone);
        if (verdict.Number is not { } number)
            return (null, verdict.Problem ?? throw new InvalidOperationException("A refused number has a reason."));
        if (number.E164 == OwnNumber(from))
            return (null, new Error(SkipCodes.OwnNumber, "This is the number that the batch calls from."));
        if (checks.IsDoNotCall(number))
            return (null, new Error(SkipCodes.DoNotCall, "This number is on the do-not-call list."));
        return checks.RecentCall?.Invoke(number) is { } at
            ? (null, new Error(SkipCodes.RecentlyCalled, CalledOn(at)))
            : (number, null);
    }

    /// <summary>Asked last, so that a row points to one that is really called.</summary>
    public Error? CheckDuplicate(PhoneNumber number, int rowNumber) =>
        !rules.CallDuplicates && _seen.FirstRowOrAdd(number, rowNumber) is { } first
            ? Duplicate(first)
            : null;

    public static Error Duplicate(int first) =>
        new(SkipCodes.Duplicate, string.Create(CultureInfo.InvariantCulture, $"same number as row {first}"));

    private static string? Normalise(string? text, ImportRules rules, ImportChecks checks) =>
        string.IsNullOrWhiteSpace(text)
            ? null
            : checks.Phone(text, rules.Phone).Number?.E164 ?? text.Trim();

    private static string CalledOn(DateTimeOffset day) =>
        string.Create(CultureInfo.InvariantCulture, $"This number was called on {day:d MMM yyyy}.");

    private string? OwnNumber(string? from)
    {
        if (string.IsNullOrWhiteSpace(from))
            return _ownNumber;
        if (_rowFrom.Text != from)
            _rowFrom = (from, Normalise(from, rules, checks));
        return _rowFrom.Number;
    }
}
