using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Compliance;

/// <summary>The numbers of a text that somebody pasted, and what in it is none.</summary>
internal sealed record PastedNumbers(IReadOnlyList<PhoneNumber> Numbers, IReadOnlyList<RefusedNumber> Refused)
{
    // Not the space, which stands inside of numbers.
    private static readonly char[] Separators = [',', ';', '\t'];

    private const StringSplitOptions Parts = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    public bool IsEmpty => Numbers.Count == 0 && Refused.Count == 0;

    public static PastedNumbers Read(string text, string country, PhoneGate gate)
    {
        var rules = AnyNumber(country);
        List<PhoneNumber> numbers = [];
        List<RefusedNumber> refused = [];
        var line = 0;
        foreach (var lineText in text.ReplaceLineEndings("\n").Split('\n'))
        {
            line++;
            foreach (var part in lineText.Split(Separators, Parts))
            {
                var verdict = gate.Check(part, rules);
                if (verdict.Number is { } number)
                    numbers.Add(number);
                else
                    refused.Add(new RefusedNumber(line, verdict.Problem!));
            }
        }

        return new PastedNumbers(numbers, refused);
    }

    /// <summary>Whatever might be dialled may be blocked.</summary>
    internal static PhoneRules AnyNumber(string country) =>
        new(country, NumberCheck.Possible, AllowTollFree: true);
}
