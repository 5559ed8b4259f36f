using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Core.PhoneNumbers.Cells;
using BatchDashboard.Core.PhoneNumbers.Plans;
using Library = global::PhoneNumbers;

namespace BatchDashboard.Tests.PhoneNumbers;

/// <summary>Holds what the automata say of a cell, and what the gate makes of it, against libphonenumber itself.</summary>
internal sealed class LibraryComparison
{
    private static readonly Library.PhoneNumberUtil Util = Library.PhoneNumberUtil.GetInstance();

    private readonly PhoneGate _gate = new();

    /// <summary>Texts that both were asked about.</summary>
    public long Asked { get; private set; }

    /// <summary>Of these, the ones that needed no library.</summary>
    public long Answered { get; private set; }

    public long Accepted { get; private set; }

    /// <returns>What differs; null when nothing does.</returns>
    public string? Difference(string cell, string country)
    {
        Span<char> buffer = new char[cell.Length];
        Span<char> kept = stackalloc char[DialText.MaxLength];
        var bare = CellWrapper.Unwrap(CellNormalizer.Normalize(cell, buffer, out _), out _);
        var isNumber = CellSyntax.Read(bare, kept, out var text) is null;
        var verdict = _gate.Check(cell, new PhoneRules(country));
        if (verdict.Number.HasValue == verdict.Problem is not null)
            return "neither a number nor a problem, or both";

        if (!isNumber)
            return verdict.Number is null ? null : "accepted what is no number";

        var home = DialPlan.Of(country);
        return DifferenceOf(verdict, text, home) ?? DifferenceOf(text, home) ?? DifferenceOf(text.WithPlus(), home);
    }

    /// <summary>What is accepted is what the library reads, and valid.</summary>
    private string? DifferenceOf(PhoneVerdict verdict, DialText text, DialPlan home)
    {
        if (verdict.Number is not { } number)
            return null;

        Accepted++;
        var read = Util.Parse(text.ToString(), home.Region);
        var e164 = Util.Format(read, Library.PhoneNumberFormat.E164);
        return Util.IsValidNumber(read) && e164 == number.E164 ? null : $"accepted as {number}, library {e164}";
    }

    private string? DifferenceOf(DialText text, DialPlan home)
    {
        if (text.Digits.Length < 2 || (text.HasPlus && CallingCode.AtStart(text.Digits) is null))
            return null;

        Asked++;
        if (!home.TryParse(text, out var parsed))
            return null;

        Answered++;
        var read = LibraryReading.Parse(text, home.Region);
        if (parsed.CallingCode != read.CallingCode || parsed.Refusal != read.Refusal || parsed.Source != read.Source
            || !parsed.NationalDigits.SequenceEqual(read.NationalDigits))
            return $"parsed as {Show(parsed)}, library {Show(read)}";

        return parsed.CallingCode is null ? null : DifferenceOf(parsed.CallingCode, parsed.NationalDigits);
    }

    private static string? DifferenceOf(CallingCode callingCode, ReadOnlySpan<char> national)
    {
        var found = callingCode.Classes?.Of(national);
        var known = LibraryReading.Classify(callingCode, national);
        if (found is null || found with { PrefixAtHome = null } != known)
            return $"class {found}, library {known}";

        var written = string.Concat(LibraryReading.WriteAtHome(callingCode, national).Where(char.IsAsciiDigit));
        return found.PrefixAtHome is null || written == $"{found.PrefixAtHome}{national}"
            ? null
            : $"written with {found.PrefixAtHome}, library {written}";
    }

    private static string Show(ParsedNumber number) => number.CallingCode is null
        ? $"{number.Refusal}"
        : $"+{number.CallingCode.Digits} {number.NationalDigits} {number.Source}";
}
