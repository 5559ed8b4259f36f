using BatchDashboard.Core.Batches;
using BatchDashboard.Web.Batches;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.Calls;

/// <summary>One filter that is on, in words.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="RemoveHref">The list without it.</param>
/// <param name="Href">Where the value leads; null: nowhere.</param>
public sealed record CallFilterChip(string Name, string Value, string RemoveHref, string? Href = null)
{
    public override string ToString() => $"{Name}: {Value}";

    /// <param name="batch">That of the query, if there is such a one.</param>
    public static IReadOnlyList<CallFilterChip> Of(CallListQuery query, BatchSummary? batch)
    {
        var (first, chips) = (query.FirstPage, new List<CallFilterChip>());
        if (query.Batch is { } id)
            chips.Add(new("In batch", batch?.Name ?? id, (first with { Batch = null, Variables = [] }).Href, batch is null ? null : BatchAddress.Of(batch.Id)));
        if (query.Group is { } group)
            Add("Status", group.Word, first with { Group = null });
        if (query.AnsweredBy is { } by)
            Add("Answered by", CallOutcomeText.Of(by), first with { AnsweredBy = null });
        if (query.Days is { } days)
            AddDays(days);
        if (query.AtLeast is { } least)
            Add("Lasted at least", SpanText.Words(TimeSpan.FromSeconds(least)), first with { AtLeast = null });
        if (query.AtMost is { } most)
            Add("Lasted at most", SpanText.Words(TimeSpan.FromSeconds(most)), first with { AtMost = null });
        if (query.Reason is { } reason)
            Add("Because", CallReasons.Of(reason).Words, first with { Reason = null });
        if (query.Number is { } number)
            Add("Number", number, first with { Number = null });
        foreach (var variable in query.Variables)
            Add(variable.Name, $"“{variable.Value}”", first with { Variables = [.. query.Variables.Where(other => other != variable)] });
        return chips;

        void Add(string name, string value, CallListQuery without) => chips.Add(new(name, value, without.Href));

        void AddDays(CallDays days)
        {
            if (days.From is { } from)
                Add("Started from", $"{CallDays.Words(from)} ({days.Zone})", first with { Days = days.To is null ? null : days with { From = null } });
            if (days.To is { } to)
                Add("Started until", $"{CallDays.Words(to)} ({days.Zone})", first with { Days = days.From is null ? null : days with { To = null } });
        }
    }
}
