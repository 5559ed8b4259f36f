namespace BatchDashboard.Core.PhoneNumbers.Automata;

/// <summary>
/// Reads the regular expressions of the numbering plans, which speak of digits only: classes, groups, alternatives,
/// counts and the end. Whatever else one may hold is not understood, and whoever asked must do without.
/// </summary>
internal sealed class DigitPattern
{
    private const int MostTimes = 20;

    private readonly DigitNodes _nodes;
    private readonly string _text;
    private int _at;
    private int _captures;

    private DigitPattern(DigitNodes nodes, string text) => (_nodes, _text) = (nodes, text);

    /// <summary>What a part of the pattern leads to, given what follows it.</summary>
    private delegate DigitNode Part(DigitNode next);

    /// <param name="next">What follows the pattern; its values are sets of <see cref="PatternMatch"/>.</param>
    /// <returns>Null when the pattern is not understood.</returns>
    public static DigitNode? Compile(DigitNodes nodes, string text, DigitNode next)
    {
        var pattern = new DigitPattern(nodes, text);
        var whole = pattern.ReadAlternatives();
        return pattern._at == text.Length ? whole?.Invoke(next) : null;
    }

    private Part? ReadAlternatives()
    {
        var read = ReadSequence();
        while (read is { } left && Take('|'))
            read = ReadSequence() is { } right ? next => _nodes.Union(left(next), right(next)) : null;

        return read;
    }

    private Part? ReadSequence()
    {
        Part? read = next => next;
        while (read is { } head && _at < _text.Length && _text[_at] is not ('|' or ')'))
            read = ReadCounted() is { } tail ? next => head(tail(next)) : null;

        return read;
    }

    private Part? ReadCounted()
    {
        if (ReadOne() is not { } one)
            return null;

        if (Take('?'))
            return Repeat(one, 0, 1);

        if (!Take('{'))
            return one;

        var least = ReadNumber();
        var most = Take(',') ? ReadNumber() : least;
        return least >= 0 && most >= least && most <= MostTimes && Take('}') ? Repeat(one, least, most) : null;
    }

    private Part? ReadOne()
    {
        if (Take('['))
            return ReadClass();

        if (Take('('))
            return ReadGroup();

        if (Take('$'))
            return next => _nodes.End(AtEnd(next.Value));

        return ReadDigit() is >= 0 and var digit ? next => _nodes.Step(1 << digit, next) : null;
    }

    private Part? ReadClass()
    {
        var digits = 0;
        while (!Take(']'))
        {
            var first = ReadDigit();
            var last = Take('-') ? ReadDigit() : first;
            if (first < 0 || last < first)
                return null;

            for (var digit = first; digit <= last; digit++)
                digits |= 1 << digit;
        }

        return next => _nodes.Step(digits, next);
    }

    private Part? ReadGroup()
    {
        var captures = !Take('?');
        if (!captures && !Take(':'))
            return null;

        var number = captures ? ++_captures : 0;
        var group = ReadAlternatives();
        if (group is null || !Take(')'))
            return null;

        // How many there are is known only once the whole is read.
        return captures ? next => group(number == _captures ? Capture(next) : next) : group;
    }

    private DigitNode Capture(DigitNode next) =>
        _nodes.Over(DigitNode.Nothing, next, (_, match) => Captured(match));

    private Part Repeat(Part part, int least, int most) => next =>
    {
        var node = next;
        for (var optional = least; optional < most; optional++)
            node = _nodes.Union(next, part(node));

        for (var required = 0; required < least; required++)
            node = part(node);

        return node;
    };

    private int ReadNumber()
    {
        var number = ReadDigit();
        while (ReadDigit() is >= 0 and var digit)
            number = Math.Min((number * 10) + digit, MostTimes + 1);

        return number;
    }

    private int ReadDigit() => _at < _text.Length && char.IsAsciiDigit(_text[_at]) ? _text[_at++] - '0' : -1;

    private bool Take(char character)
    {
        var taken = _at < _text.Length && _text[_at] == character;
        _at += taken ? 1 : 0;
        return taken;
    }

    private static int Captured(int match) =>
        (match & (int)PatternMatch.AnyCaptured) | ((match << 1) & (int)PatternMatch.AnyCaptured);

    private static int AtEnd(int match) =>
        (match & (int)PatternMatch.AnyAtEnd) | ((match << 2) & (int)PatternMatch.AnyAtEnd);
}
