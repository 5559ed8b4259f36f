namespace BatchDashboard.Core.Imports.Sources;

/// <summary>
/// Walks one record that was reported as malformed and finds out which quote is at fault and where it opened.
/// </summary>
/// <remarks>
/// The parser reports only the first oddity of a record, and a quote inside a word is an oddity that is allowed here,
/// so a harmless one may stand in front of the one that swallows rows.
/// </remarks>
internal struct QuoteScanner(char delimiter, char quote, long line)
{
    private enum Place
    {
        FieldStart,
        Text,
        Quoted,
        AfterQuote,
        AfterQuoteAndSpace,
    }

    private Place _place;
    private bool _brokenLine;
    private bool _afterCarriageReturn;

    /// <summary>The line on which the latest quoted field opened.</summary>
    public long OpenedOn { get; private set; } = line;

    public readonly bool InQuotes => _place == Place.Quoted;

    public QuoteFault Fault { get; private set; }

    private long Line { get; set; } = line;

    public static QuoteScanner Scan(ReadOnlySpan<char> record, char delimiter, char quote, long line)
    {
        var scanner = new QuoteScanner(delimiter, quote, line);
        foreach (var character in record)
            if (!scanner.Feed(character))
                break;

        if (scanner.InQuotes)
            scanner.Fault = QuoteFault.NeverClosed;
        return scanner;
    }

    /// <summary>False when nothing that follows can change the answer.</summary>
    public bool Feed(char character)
    {
        var isBreak = CountLine(character);
        switch (_place)
        {
            case Place.FieldStart or Place.Text:
                return FeedText(character, isBreak);
            case Place.Quoted when character == quote:
                _place = Place.AfterQuote;
                return true;
            case Place.Quoted:
                _brokenLine |= isBreak;
                return true;
            default:
                return FeedAfterQuote(character, isBreak);
        }
    }

    private bool FeedText(char character, bool isBreak)
    {
        if (_place == Place.FieldStart && character == quote)
            (_place, _brokenLine, OpenedOn) = (Place.Quoted, false, Line);
        else
            _place = character == delimiter ? Place.FieldStart : Place.Text;
        return !isBreak;
    }

    private bool FeedAfterQuote(char character, bool isBreak)
    {
        if (character == quote && _place == Place.AfterQuote)
            _place = Place.Quoted;
        else if (character == delimiter)
            _place = Place.FieldStart;
        else if (character is ' ' or '\t')
            _place = Place.AfterQuoteAndSpace;
        else if (!isBreak)
        {
            Fault = _brokenLine ? QuoteFault.NeverClosed : QuoteFault.TextAfterQuote;
            _place = Place.Text;
        }

        return !isBreak && Fault != QuoteFault.NeverClosed;
    }

    private bool CountLine(char character)
    {
        var isBreak = character is '\r' or '\n';
        if (isBreak && !(character == '\n' && _afterCarriageReturn))
            Line++;
        _afterCarriageReturn = character == '\r';
        return isBreak;
    }
}
