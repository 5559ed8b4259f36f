using System.Buffers;

namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>
/// Turns the text of a phone cell into a number to dial or a reason not to; stands in front of libphonenumber, which is
/// too kind. Safe for many threads at once.
/// </summary>
public sealed class PhoneGate
{
    private const int UsualLength = 256;

    /// <exception cref="ArgumentException">The default country of the rules has no numbering plan.</exception>
    public PhoneVerdict Check(string cell, PhoneRules rules)
    {
        var rented = cell.Length > UsualLength ? ArrayPool<char>.Shared.Rent(cell.Length) : null;
        try
        {
            return Check(cell, rented ?? stackalloc char[UsualLength], rules);
        }
        finally
        {
            if (rented is not null)
                ArrayPool<char>.Shared.Return(rented);
        }
    }

    private static PhoneVerdict Check(string cell, Span<char> buffer, PhoneRules rules)
    {
        var normalized = CellNormalizer.Normalize(cell, buffer, out var changed);
        var bare = CellWrapper.Unwrap(normalized, out var unwrapped);
        changed |= unwrapped;

        Span<char> kept = stackalloc char[DialText.MaxLength];
        if (CellSyntax.Read(bare, kept, out var text) is { } fault)
            return new PhoneVerdict(null, changed, PhoneProblems.Of(fault, cell));

        var home = DialPlan.Of(rules.DefaultCountry);
        var reading = NumberingPlan.Read(text, home);
        return DialPolicy.Refuse(text, reading, home, rules, cell) is { } problem
            ? new PhoneVerdict(null, changed, problem)
            : new PhoneVerdict(new PhoneNumber(reading.E164), changed, null);
    }
}
