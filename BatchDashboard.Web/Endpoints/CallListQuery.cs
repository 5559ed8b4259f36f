using BatchDashboard.Core;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Web.Endpoints.OpenApi;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Which page of calls is asked for; its batch is looked up apart from it.</summary>
internal sealed record CallListQuery(
    CallFilter Filter, string? BatchId, int Take, int Skip, CallKey? After, bool Ascending)
{
    private const int MostTake = 1000;

    public static Result<CallListQuery> Read(IQueryCollection given, PhoneGate gate, CallIds callIds)
    {
        var query = new QueryFields(given);
        var first = query.Whole("from", 0, int.MaxValue - 1) ?? 0;
        var end = query.Whole("to", first + 1) ?? int.MaxValue;
        var read = new CallListQuery(
            ReadFilter(query, gate),
            query.Given("batch_id", "must be the id of a batch"),
            Math.Min(query.Whole("limit", 1, MostTake) ?? MostTake, end - first),
            first,
            ReadCursor(query, callIds),
            query.Flag("ascending") ?? false);
        if (query.Text("from_number") is not null)
            query.Refuse("from_number", "cannot be asked for: a caller id belongs to a batch, so ask for its batch_id");
        return query.Errors.Count > 0 ? query.Errors.ToArray() : read;
    }

    /// <summary>Tells the document what <see cref="Read"/> reads.</summary>
    public static RouteHandlerBuilder Describe(RouteHandlerBuilder endpoint) => endpoint
        .TakesText("batch_id", "Those of one batch.", "uuid")
        .TakesNames("status", "Those with one of these statuses, with commas between them.", CallWireNames.Statuses.Keys)
        .TakesFlag("completed", "Those that are over, or those that go on.")
        .TakesName("answered_by", "Those that this answered.", CallWireNames.Answerers.Keys)
        .TakesText("to_number", "Those to this number, whole.")
        .TakesText("q", "The same as `to_number`.")
        .TakesTime("created_at", "Those made at this time.")
        .TakesTime("start_date", "Those made from this time on.")
        .TakesTime("end_date", "Those made until this time.")
        .TakesWhole("limit", "So many calls.", 1, MostTake, MostTake)
        .TakesWhole("from", "The first position, from 0.", 0, int.MaxValue - 1, 0)
        .TakesWhole("to", "The position after the last.", 1)
        .TakesText("cursor", "The `next_cursor` of the page before.", "uuid")
        .TakesFlag("ascending", "The oldest first.");

    /// <summary>The cursor of the next page; null when this one is the last.</summary>
    public Guid? Next(IReadOnlyList<CallSummary> page) => page.Count == Take ? page[^1].Id.Value : null;

    private static CallFilter ReadFilter(QueryFields query, PhoneGate gate)
    {
        var (day, from, before) = (Period(query, "created_at"), Period(query, "start_date"), Period(query, "end_date"));
        return new CallFilter(
            null, ReadStatuses(query), ReadNumber(query, "to_number", gate) ?? ReadNumber(query, "q", gate))
        {
            AnsweredBy = query.Names("answered_by", CallWireNames.Answerers) is [var by, ..] ? by : null,
            CreatedFrom = day?.From ?? from?.From,
            CreatedBefore = day?.Before ?? before?.Before,
        };
    }

    private static CallStatus[] ReadStatuses(QueryFields query)
    {
        CallStatus[] asked = [.. query.Names("status", CallWireNames.Statuses).SelectMany(statuses => statuses)];
        if (query.Flag("completed") is not { } completed)
            return asked;
        var candidates = asked.Length > 0
            ? asked
            : Enum.GetValues<CallStatus>().Where(status => status != CallStatus.Skipped);
        CallStatus[] left = [.. candidates.Where(status => CallWireNames.Status(status) is not null == completed)];
        if (left.Length == 0)
            query.Refuse("completed", "contradicts status");
        return left;
    }

    private static string? ReadNumber(QueryFields query, string name, PhoneGate gate)
    {
        if (query.Text(name) is not { } text)
            return null;
        // A plus sign that was not escaped arrives as a blank.
        var verdict = gate.Check(text, new PhoneRules(Check: NumberCheck.Possible, AllowTollFree: true));
        if (verdict.Number is null)
            query.Refuse(name, "must be a whole phone number such as +12125550123");
        return verdict.Number?.E164;
    }

    private static CallKey? ReadCursor(QueryFields query, CallIds callIds)
    {
        if (query.Text("cursor") is not { } text)
            return null;
        if (RouteIds.Call(text) is { IsSuccess: true } id && callIds.Read(id.Value) is { } known)
            return known.Key;
        query.Refuse("cursor", "must be the next_cursor of the page before");
        return null;
    }

    /// <summary>A date stands for its whole day; nothing comes after the last of all times.</summary>
    private static (DateTimeOffset From, DateTimeOffset? Before)? Period(QueryFields query, string name)
    {
        if (query.Time(name, out var isWholeDay) is not { } time)
            return null;
        var length = isWholeDay ? TimeSpan.FromDays(1) : TimeSpan.FromTicks(1);
        return (time, time <= DateTimeOffset.MaxValue - length ? time + length : null);
    }
}
