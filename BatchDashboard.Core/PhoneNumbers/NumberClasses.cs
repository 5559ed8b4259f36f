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
        var spellings = HomeSpellings.Compile(nodes, code.MainPlan.Metadata);
        var unclaimed = new NumberClass(
            PlanFit.Possible,
            NumberKinds.Of(Library.PhoneNumberType.UNKNOWN, code),
            code.Regions.Count == 1 ? code.Regions[0] : null,
            spellings.Prefixes[0]);

        // By its length alone a number fits well or badly; the rest only makes that more precise.
        var start = nodes.ByLength([.. code.MainPlan.Fits.Select(fit => IndexOf(unclaimed with { Fit = fit }))]);
        start = Refine(nodes, start, spellings.Start, (known, spelling) =>
            known with { PrefixAtHome = spellings.Prefixes[spelling] });

        // The library takes the first country that claims a number, so here that one has the last word.
        foreach (var country in countries.Reverse())
            start = Refine(nodes, start, country.Claims, country.Refine);

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

    private DigitNode Refine(
        DigitNodes nodes, DigitNode start, DigitNode facts, Func<NumberClass, int, NumberClass> refine) =>
        nodes.Over(start, facts, (before, fact) => _classes[before] is { } known ? IndexOf(refine(known, fact)) : before);

    private int IndexOf(NumberClass wanted)
    {
        if (!_classes.Contains(wanted))
            _classes.Add(wanted);

        return _classes.IndexOf(wanted);
    }
}
