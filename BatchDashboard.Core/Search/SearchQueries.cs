using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Search;

/// <summary>Finds batches by name and id, and calls by id and number, in whatever somebody typed.</summary>
public sealed class SearchQueries(BatchQueries batches, CallQueries calls, PhoneGate gate)
{
    /// <summary>Fewer characters are not looked for.</summary>
    public const int MinLength = 2;

    /// <summary>More characters are no name, id or number.</summary>
    public const int MaxLength = 200;

    /// <summary>The most results of a kind.</summary>
    public const int PerKind = 8;

    public async Task<SearchResults> FindAsync(string text, CancellationToken cancellationToken)
    {
        text = text.Trim();
        if (text.Length is < MinLength or > MaxLength)
            return SearchResults.None;
        var found = await batches.FindAsync(text, PerKind, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return new SearchResults(found, await FindCallsAsync(text, cancellationToken));
    }

    private async Task<IReadOnlyList<CallSummary>> FindCallsAsync(string text, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(text, out var id))
            return await calls.GetAsync(new CallId(id), cancellationToken) is { IsSuccess: true, Value: var call } ? [call.Summary] : [];
        return NumberIn(text) is { } number
            ? await calls.ListAsync(new CallFilter(null, [], number.E164), PerKind, null, 0, ascending: false, cancellationToken)
            : [];
    }

    // Without a plus it is a number of the usual country first, and then one whose country code stands at its beginning.
    private PhoneNumber? NumberIn(string text) =>
        gate.Check(text, PhoneRules.Any).Number ?? gate.Check($"+{text}", PhoneRules.Any).Number;
}
