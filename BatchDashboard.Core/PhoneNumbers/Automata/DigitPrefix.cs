namespace BatchDashboard.Core.PhoneNumbers.Automata;

/// <summary>
/// Tells how many digits a pattern takes from the start of a number. Where several counts would do, a regular
/// expression takes the one it tries first, which an automaton cannot know.
/// </summary>
internal sealed class DigitPrefix
{
    public const int None = -1;
    public const int Unsure = -2;

    /// <summary>Null when the pattern was not understood.</summary>
    private readonly DigitAutomaton? _automaton;
    private readonly PatternMatch _unsure;

    /// <param name="captureMatters">Whether more depends on the last capturing group than how much is taken.</param>
    public DigitPrefix(string pattern, bool captureMatters)
    {
        _automaton = DigitAutomaton.OfPattern(pattern);
        _unsure = captureMatters ? PatternMatch.AnyCaptured : PatternMatch.None;
    }

    /// <returns>How many digits, <see cref="None"/> or <see cref="Unsure"/>.</returns>
    public int LengthAtStart(ReadOnlySpan<char> digits)
    {
        if (_automaton is null)
            return Unsure;

        var (found, place) = (None, _automaton.Start);
        for (var length = 0; place != DigitAutomaton.Nowhere; length++)
        {
            var atEnd = length == digits.Length;
            var match = (PatternMatch)_automaton.ValueAt(place) & ~(atEnd ? PatternMatch.None : PatternMatch.AnyAtEnd);
            if (match != PatternMatch.None)
            {
                if (found != None || (match & _unsure) != 0)
                    return Unsure;

                found = length;
            }

            if (atEnd)
                break;

            place = _automaton.Next(place, digits[length]);
        }

        return found;
    }
}
