using System.Globalization;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.WebUtilities;

namespace BatchDashboard.Web.Calls;

/// <summary>What the list of calls is asked for, as its address says it.</summary>
/// <param name="Batch">The batch's id, as it was given.</param>
/// <param name="Number">As it was typed.</param>
/// <param name="After">The key of the last call of the page before.</param>
public sealed record CallListQuery(string? Batch, CallGroup? Group, string? Number, long? After)
{
    /// <summary>Why the calls failed: a code. Only failed calls have one to ask for.</summary>
    public string? Reason { get; init; }

    public static CallListQuery Read(string? batch, string? status, string? number, string? after, string? reason = null) =>
        new(Given(batch), CallGroup.Find(status), Given(number), PageAddress.Number<long>(after))
        {
            Reason = status == CallGroup.Failed.Name ? Given(reason) : null,
        };

    /// <summary>As it stands in the address of a call that was opened from the list.</summary>
    /// <param name="query">With its question mark; empty for the list of all calls.</param>
    public static CallListQuery Of(string query)
    {
        var given = QueryHelpers.ParseQuery(query);
        return Read(Value("batch"), Value("status"), Value("number"), Value("after"), Value("reason"));

        string? Value(string name) => given.TryGetValue(name, out var value) ? value.ToString() : null;
    }

    public bool IsFiltered => Batch is not null || Group is not null || Number is not null;

    /// <summary>The calls of one batch stand as in its file, those of all the newest first.</summary>
    public bool IsInOrderOfFile => Batch is not null;

    public string Href => $"/calls{Query}";

    /// <summary>The address without its path; calls carry it along.</summary>
    public string Query => PageAddress.Of(
        "",
        ("batch", Batch),
        ("status", Group?.Name),
        ("reason", Reason),
        ("number", Number),
        ("after", After?.ToString(CultureInfo.InvariantCulture)));

    public CallListQuery FirstPage => this with { After = null };

    /// <summary>The filter of the database; null when the number cannot be read as one.</summary>
    public CallFilter? FilterOf(int? batchNumber, PhoneGate gate)
    {
        var filter = new CallFilter(batchNumber, Group?.Statuses ?? []) { ErrorCode = Reason };
        if (Number is null)
            return filter;
        return gate.Check(Number, PhoneRules.Any).Number is { } number ? filter with { Number = number.E164 } : null;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
