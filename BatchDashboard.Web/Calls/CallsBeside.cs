using BatchDashboard.Core.Calls;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Web.Calls;

/// <summary>The addresses of the calls before and behind a call, in the order of a list; null where the list ends.</summary>
internal sealed record CallsBeside(string? Previous, string? Next)
{
    /// <param name="batchNumber">Of the list; null: it shows the calls of all batches.</param>
    public static async Task<CallsBeside> FindAsync(
        CallKey call, CallListQuery list, int? batchNumber, CallQueries calls, PhoneGate gate, CancellationToken cancellationToken)
    {
        // A number that cannot be read leads to no list.
        if (list.FilterOf(batchNumber, gate) is not { } filter)
            return new CallsBeside(null, null);
        return new CallsBeside(await AddressAsync(!list.IsInOrderOfFile), await AddressAsync(list.IsInOrderOfFile));

        async Task<string?> AddressAsync(bool ascending)
        {
            var found = await calls.ListAsync(filter, 1, call, skip: 0, ascending, cancellationToken);
            return found.Count == 0 ? null : CallAddress.Of(found[0].Id, list.Query);
        }
    }
}
