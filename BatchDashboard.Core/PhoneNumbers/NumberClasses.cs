using BatchDashboard.Core.PhoneNumbers.Automata;
using Library = global::PhoneNumbers;

namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>
/// The class of every number behind one calling code: the patterns of all its countries, compiled into one automaton.
/// </summary>
internal sealed class NumberClasses
{
    /// <summary>The automaton's values; the first is for what is too long to be asked about.</summary>
    private readonly List<NumberClass?> _classes = [null];
    private readonly DigitAutomaton _automaton;

    private NumberClasses(CallingCode code, DigitNodes nodes, IEnumerable<CountryNumbers> countries)
    {
        // By length alone first; then each country claims its numbers, the first one last, for it has the last word.
        var unclaimed = new NumberClass(
            PlanFit.Possible, NumberKinds.Of(Library.PhoneNumberType.UNKNOWN, code), code.Regions.Count == 1 ? code.Regions[0] : null);
        var start = nodes.ByLength([.. code.MainPlan.Fits.Select(fit => IndexOf(unclaimed with { Fit = fit }))]);
        foreach (var country in countries.Reverse())
            start = nodes.Combine(start, country.Claims, (before, claim) => Claimed(before, claim, country.Region));

        _automaton = new DigitAutomaton(start);
    }

    public int States => _automaton.States;

    /// <returns>Null when a pattern was not understood.</returns>
    public static NumberClasses? Compile(CallingCode code)
    {
        var nodes = new DigitNodes();
        var countries = code.Regions.Select(region => CountryNumbers.Compile(nodes, code, region)).ToArray();
        return Array.Exists(countries, country => country is null) ? null : new(code, nodes, countries!);
    }

    /// <param name="nationalDigits">No more than <see cref="PlanLengths.MaxNationalDigits"/>.</param>
    public NumberClass Of(ReadOnlySpan<char> nationalDigits) => _classes[_automaton.ValueOf(nationalDigits)]!;

    private int Claimed(int before, int claim, string region)
    {
        if (claim == CountryNumbers.Unclaimed || _classes[before] is not { } known)
            return before;

        return IndexOf(CountryNumbers.KindOf(claim) is { } kind
            ? new NumberClass(PlanFit.Valid, kind, region)
            : known with { Region = region });
    }

    private int IndexOf(NumberClass wanted)
    {
        if (!_classes.Contains(wanted))
            _classes.Add(wanted);

        return _classes.IndexOf(wanted);
    }
}
