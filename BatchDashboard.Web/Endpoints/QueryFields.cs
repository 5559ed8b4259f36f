using System.Globalization;
using BatchDashboard.Core;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Reads the parameters of a query string and notes what is wrong with them.</summary>
internal sealed class QueryFields(IQueryCollection query)
{
    private readonly List<Error> _errors = [];

    public IReadOnlyList<Error> Errors => _errors;

    /// <summary>Null when it is missing or blank.</summary>
    public string? Text(string name)
    {
        var values = query[name];
        if (values.Count > 1)
            Refuse(name, "must be given once");
        return string.IsNullOrWhiteSpace(values.FirstOrDefault()) ? null : values[0]!.Trim();
    }

    /// <summary>Null when it is missing; blank would ask for everything, which its sender hardly means.</summary>
    public string? Given(string name, string rule)
    {
        var text = Text(name);
        if (text is null && query.ContainsKey(name))
            Refuse(name, rule);
        return text;
    }

    public int? Whole(string name, int least, int most = int.MaxValue)
    {
        if (Text(name) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
            return number;
        Refuse(name, $"must be a whole number from {least}" + (most == int.MaxValue ? "" : $" to {most}"));
        return null;
    }

    /// <summary>True also for a name without a value, as in <c>?include_calls</c>.</summary>
    public bool? Flag(string name)
    {
        if (!query.ContainsKey(name))
            return null;
        switch (Text(name)?.ToLowerInvariant())
        {
            case null or "true" or "1":
                return true;
            case "false" or "0":
                return false;
            default:
                Refuse(name, "must be true or false");
                return null;
        }
    }

    /// <summary>The values of these names, separated by commas; empty when the parameter is missing.</summary>
    public IReadOnlyList<T> Names<T>(string name, IReadOnlyDictionary<string, T> known)
    {
        const StringSplitOptions Words = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;
        var given = Text(name)?.Split(',', Words) ?? [];
        if (!given.All(known.ContainsKey))
            Refuse(name, $"must be of {string.Join(", ", known.Keys)}");
        return [.. given.Where(known.ContainsKey).Select(word => known[word])];
    }

    /// <summary>A date or a time; both count in UTC when they name no zone.</summary>
    public DateTimeOffset? Time(string name, out bool isWholeDay)
    {
        isWholeDay = false;
        if (Text(name) is not { } text)
            return null;
        isWholeDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", out _);
        var culture = CultureInfo.InvariantCulture;
        if (DateTimeOffset.TryParse(text, culture, DateTimeStyles.AssumeUniversal, out var time))
            return time;
        Refuse(name, "must be a date such as 2026-07-10, or a time such as 2026-07-10T09:30:00Z");
        return null;
    }

    public void Refuse(string name, string rule)
    {
        var given = Shortened.Of(query[name].ToString());
        _errors.Add(new Error("bad_parameter", $"{name} {rule}, but is \"{given}\".", name));
    }
}
