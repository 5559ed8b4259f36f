using System.Globalization;
using BatchDashboard.Core;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace BatchDashboard.Web.Calls;

/// <summary>What the list of calls is asked for, as its address says it; what cannot be read is not asked for.</summary>
public sealed record CallListQuery
{
    /// <summary>Before the name of a variable.</summary>
    private const string VariablePrefix = "var.";

    private const int MostVariables = 10;

    /// <summary>The batch's id, as it was given.</summary>
    public string? Batch { get; init; }

    public CallGroup? Group { get; init; }

    public AnsweredBy? AnsweredBy { get; init; }

    /// <summary>The days of the first dial.</summary>
    public CallDays? Days { get; init; }

    /// <summary>Spoken at least so many seconds.</summary>
    public int? AtLeast { get; init; }

    /// <summary>Spoken at most so many seconds.</summary>
    public int? AtMost { get; init; }

    /// <summary>Why the calls failed, are held or were skipped: a code.</summary>
    public string? Reason { get; init; }

    /// <summary>As it was typed.</summary>
    public string? Number { get; init; }

    public IReadOnlyList<CallVariable> Variables { get; init; } = [];

    /// <summary>The key of the last call of the page before.</summary>
    public long? After { get; init; }

    /// <param name="query">With its question mark; empty for the list of all calls.</param>
    public static CallListQuery Of(string query)
    {
        var given = QueryHelpers.ParseQuery(query);
        return new CallListQuery
        {
            Batch = Value("batch"),
            Group = CallGroup.Find(Value("status")),
            AnsweredBy = WireName.Parse<AnsweredBy>(Value("answered")),
            Days = CallDays.Read(Value("from"), Value("to"), Value("zone")),
            AtLeast = PageAddress.Number<int>(Value("at_least")),
            AtMost = PageAddress.Number<int>(Value("at_most")),
            Reason = Value("reason"),
            Number = Value("number"),
            Variables = VariablesOf(query),
            After = PageAddress.Number<long>(Value("after")),
        };

        string? Value(string name) => given.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value[0]) ? value[0]!.Trim() : null;
    }

    public bool IsFiltered => FirstPage.Query.Length > 0;

    /// <summary>The calls of one batch stand as in its file, those of all the newest first.</summary>
    public bool IsInOrderOfFile => Batch is not null;

    public string Href => $"/calls{Query}";

    /// <summary>The address without its path; calls carry it along.</summary>
    public string Query => PageAddress.Of(
        "",
        [
            ("batch", Batch),
            ("status", Group?.Name),
            ("answered", AnsweredBy is { } by ? WireName.Of(by) : null),
            ("from", CallDays.Write(Days?.From)),
            ("to", CallDays.Write(Days?.To)),
            ("zone", Days?.Zone),
            ("at_least", Written(AtLeast)),
            ("at_most", Written(AtMost)),
            ("reason", Reason),
            ("number", Number),
            .. Variables.Select(variable => ($"{VariablePrefix}{variable.Name}", (string?)variable.Value)),
            ("after", Written(After)),
        ]);

    public CallListQuery FirstPage => this with { After = null };

    /// <summary>The filter of the database; null when the number cannot be read as one, or when it takes a batch to answer.</summary>
    public CallFilter? FilterOf(int? batchNumber, PhoneGate gate)
    {
        var number = Number is null ? null : gate.Check(Number, PhoneRules.Any).Number?.E164;
        if ((Number is not null && number is null) || (Variables.Count > 0 && batchNumber is null))
            return null;
        return new CallFilter(batchNumber, Group?.Statuses ?? [], number)
        {
            AnsweredBy = AnsweredBy,
            StartedFrom = Days?.Start,
            StartedBefore = Days?.End,
            SpokenAtLeast = AtLeast is { } least ? TimeSpan.FromSeconds(least) : null,
            // Durations are shown in whole seconds, so the last of them counts to its end.
            SpokenBelow = AtMost is { } most ? TimeSpan.FromSeconds(most + 1L) : null,
            ErrorCode = Reason,
            Variables = Variables,
        };
    }

    // Not from the fields above: names of variables differ by their case too.
    private static List<CallVariable> VariablesOf(string query)
    {
        var variables = new List<CallVariable>();
        foreach (var field in new QueryStringEnumerable(query))
        {
            var (name, value) = (field.DecodeName().ToString(), field.DecodeValue().ToString());
            if (name.StartsWith(VariablePrefix, StringComparison.Ordinal) && name.Length > VariablePrefix.Length && value.Length > 0)
                variables.Add(new CallVariable(name[VariablePrefix.Length..], value));
        }

        return [.. variables.Distinct().Take(MostVariables)];
    }

    private static string? Written<T>(T? number)
        where T : struct, IFormattable => number?.ToString(null, CultureInfo.InvariantCulture);
}
