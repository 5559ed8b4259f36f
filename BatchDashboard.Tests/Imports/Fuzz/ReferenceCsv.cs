namespace BatchDashboard.Tests.Imports.Fuzz;

/// <summary>The rules for where a record of a CSV file ends, byte by byte and as slow as they are plain.</summary>
internal static class ReferenceCsv
{
    private enum Place
    {
        FieldStart,
        Text,
        Quoted,
        AfterQuote,
    }

    /// <summary>The records as they stand; null when a quote is open at the end.</summary>
    public static List<byte[]>? Records(ReadOnlySpan<byte> bytes, byte delimiter, byte? quote)
    {
        List<byte[]> records = [];
        var place = Place.FieldStart;
        var start = 0;
        for (var at = 0; at < bytes.Length; at++)
        {
            var isBreak = bytes[at] is (byte)'\r' or (byte)'\n';
            if (isBreak && place != Place.Quoted)
            {
                records.Add(bytes[start..at].ToArray());
                if (bytes[at] == '\r' && at + 1 < bytes.Length && bytes[at + 1] == '\n')
                    at++;
                (place, start) = (Place.FieldStart, at + 1);
            }
            else
            {
                place = Next(place, bytes[at], delimiter, quote);
            }
        }

        if (place == Place.Quoted)
            return null;
        if (start < bytes.Length)
            records.Add(bytes[start..].ToArray());
        return records;
    }

    private static Place Next(Place place, byte character, byte delimiter, byte? quote) => place switch
    {
        Place.Quoted => character == quote ? Place.AfterQuote : Place.Quoted,
        Place.AfterQuote when character == quote => Place.Quoted,
        Place.FieldStart when character == quote => Place.Quoted,
        _ => character == delimiter ? Place.FieldStart : Place.Text,
    };
}
