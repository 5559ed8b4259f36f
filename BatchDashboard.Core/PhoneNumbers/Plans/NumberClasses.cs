using BatchDashboard.Core.PhoneNumbers.Automata;

namespace BatchDashboard.Core.PhoneNumbers.Plans;

/// <summary>The class of every number behind one calling code, told by one automaton.</summary>
/// <param name="classes">By the automaton's values.</param>
internal sealed class NumberClasses(DigitAutomaton automaton, NumberClass?[] classes)
{
    /// <param name="nationalDigits">No more than <see cref="PlanLengths.MaxNationalDigits"/>.</param>
    public NumberClass Of(ReadOnlySpan<char> nationalDigits) => classes[automaton.ValueOf(nationalDigits)]!;
}
