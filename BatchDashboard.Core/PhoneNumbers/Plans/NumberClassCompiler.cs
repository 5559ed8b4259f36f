using BatchDashboard.Core.PhoneNumbers.Automata;
using Library = global::PhoneNumbers;

namespace BatchDashboard.Core.PhoneNumbers.Plans;

/// <summary>Makes one automaton of all the patterns that libphonenumber tries on numbers behind a calling code.</summary>
internal sealed class NumberClassCompiler
{
    private readonly DigitNodes _nodes = new();

    /// <summary>By the automaton's values; the first is for what is too long to be asked about.</summary>
    private readonly List<NumberClass?> _classes = [null];

    /// <returns>Null when a pattern is not understood.</returns>
    public static NumberClasses? Compile(CallingCode code) => new NumberClassCompiler().CompileAll(code);

    private NumberClasses? CompileAll(CallingCode code)
    {
        var countries = code.Regions.Select(region => CountryNumbers.Compile(_nodes, code, region)).ToArray();
        if (Array.Exists(countries, country => country is null))
            return null;

        var spellings = HomeSpellings.Compile(_nodes, code.MainPlan.Metadata);
        var unclaimed = new NumberClass(
            PlanFit.Possible,
            NumberKinds.Of(Library.PhoneNumberType.UNKNOWN, code),
            code.Regions.Count == 1 ? code.Regions[0] : null,
            spellings.Prefixes[0]);

        // By its length alone a number fits well or badly; the rest only makes that more precise.
        var start = _nodes.ByLength([.. code.MainPlan.Fits.Select(fit => IndexOf(unclaimed with { Fit = fit }))]);
        start = Refine(start, spellings.Start, spellings.Refine);

        // The library takes the first country that claims a number, so here that one has the last word.
        foreach (var country in countries.Reverse())
            start = Refine(start, country!.Claims, country.Refine);

        return new NumberClasses(new DigitAutomaton(start), [.. _classes]);
    }

    private DigitNode Refine(DigitNode start, DigitNode facts, Func<NumberClass, int, NumberClass> refine) =>
        _nodes.Over(start, facts, (index, fact) => _classes[index] is { } known ? IndexOf(refine(known, fact)) : index);

    private int IndexOf(NumberClass wanted)
    {
        if (!_classes.Contains(wanted))
            _classes.Add(wanted);

        return _classes.IndexOf(wanted);
    }
}
