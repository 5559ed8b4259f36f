using BatchDashboard.Core.Calls;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Web.Calls;

/// <summary>The calls before and behind a call, in the order of a list.</summary>
internal sealed record CallsBeside(CallBeside Previous, CallBeside Next)
{
    public static readonly CallsBeside None = new(CallBeside.None, CallBeside.None);

    /// <param name="batchNumber">Of the list; null: it shows the calls of all batches.</param>
    public static async Task<CallsBeside> FindAsync(
        CallKey call, CallListQuery list, int? batchNumber, CallQueries calls, PhoneGate gate, CancellationToken cancellationToken)
    {
        // A number that cannot be read leads to no list.
        if (list.FilterOf(batchNumber, gate) is not { } filter)
            return None;
        return new CallsBeside(await BesideAsync(!list.IsInOrderOfFile), await BesideAsync(list.IsInOrderOfFile));

        async Task<CallBeside> BesideAsync(bool ascending)
        {
            var found = await calls.SearchAsync(filter, 1, call, ascending, cancellationToken);
            return new CallBeside(found.Calls.Count == 0 ? null : CallAddress.Of(found.Calls[0].Id, list.Query), found.SearchedTo is not null);
        }
    }
}
