using System.Globalization;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.Calls;

/// <summary>What the list of calls is asked for, as its address says it.</summary>
/// <param name="Batch">The batch's id, as it was given.</param>
/// <param name="Number">As it was typed.</param>
/// <param name="After">The key of the last call of the page before.</param>
public sealed record CallListQuery(string? Batch, CallGroup? Group, string? Number, long? After)
{
    private static readonly PhoneRules AnyNumber = new(Check: NumberCheck.Possible, AllowTollFree: true);

    public static CallListQuery Read(string? batch, string? status, string? number, string? after) =>
        new(Given(batch), CallGroup.Find(status), Given(number), PageAddress.Number<long>(after));

    public bool IsFiltered => Batch is not null || Group is not null || Number is not null;

    public string Href => $"/calls{Query}";

    /// <summary>The address without its path; calls carry it along.</summary>
    public string Query => PageAddress.Of(
        "",
        ("batch", Batch),
        ("status", Group?.Name),
        ("number", Number),
        ("after", After?.ToString(CultureInfo.InvariantCulture)));

    public CallListQuery FirstPage => this with { After = null };

    /// <summary>The filter of the database; null when the number cannot be read as one.</summary>
    public CallFilter? FilterOf(int? batchNumber, PhoneGate gate)
    {
        if (Number is null)
            return new CallFilter(batchNumber, Group?.Statuses ?? []);
        return gate.Check(Number, AnyNumber).Number is { } number
            ? new CallFilter(batchNumber, Group?.Statuses ?? [], number.E164)
            : null;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
