using System.Buffers;
using System.Text;
using BatchDashboard.Core.PhoneNumbers.Cells;
using BatchDashboard.Core.PhoneNumbers.Plans;

namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>
/// Turns the text of a phone cell into a number to dial or a reason not to; stands in front of libphonenumber, which is
/// too kind. Safe for many threads at once.
/// </summary>
public sealed class PhoneGate
{
    private readonly ArrayPool<char> _buffers = ArrayPool<char>.Shared;

    /// <exception cref="ArgumentException">The default country of the rules has no numbering plan.</exception>
    public PhoneVerdict Check(string cell, PhoneRules rules)
    {
        if (Ascii.IsValid(cell))
            return Check(cell, cell.AsSpan().Trim(), changed: false, rules);

        var buffer = _buffers.Rent(cell.Length);
        try
        {
            return Check(cell, CellNormalizer.Normalize(cell, buffer, out var changed), changed, rules);
        }
        finally
        {
            _buffers.Return(buffer);
        }
    }

    private static PhoneVerdict Check(string cell, ReadOnlySpan<char> normalized, bool changed, PhoneRules rules)
    {
        var bare = CellWrapper.Unwrap(normalized, out var unwrapped);
        changed |= unwrapped;

        Span<char> kept = stackalloc char[DialText.MaxLength];
        if (CellSyntax.Read(bare, kept, out var text) is { } fault)
            return new PhoneVerdict(null, changed, PhoneProblems.Of(fault, cell));

        var home = DialPlan.Of(rules.DefaultCountry);
        var reading = NumberingPlan.Read(text, home);
        if (DialPolicy.Refuse(text, reading, home, rules, cell) is { } problem)
            return new PhoneVerdict(null, changed, problem);

        // Most files hold numbers as they are dialled: no need for a million copies.
        return new PhoneVerdict(new PhoneNumber(reading.IsE164(cell) ? cell : reading.E164), changed, null);
    }
}
