using System.Runtime.CompilerServices;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.PhoneNumbers;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Compliance;

/// <summary>Reads the do-not-call list.</summary>
public sealed class DoNotCallQueries(Database database, PhoneGate gate, TimeProvider time)
{
    private const int ShownHistory = 5;

    public async Task<bool> IsBlockedAsync(PhoneNumber number, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        return (await FindAsync(context, number, cancellationToken))?.IsInForce(time.GetUtcNow()) ?? false;
    }

    /// <inheritdoc cref="LookUpAsync(PhoneNumber, CancellationToken)"/>
    /// <param name="text">The number in any spelling.</param>
    /// <param name="country">ISO 3166 alpha-2, when it is written without a country code.</param>
    public async Task<Result<DoNotCallAnswer>> LookUpAsync(string text, string country, CancellationToken cancellationToken)
    {
        var verdict = gate.Check(text, PastedNumbers.AnyNumber(country));
        return verdict.Number is { } number ? await LookUpAsync(number, cancellationToken) : verdict.Problem!;
    }

    /// <summary>Why a number is blocked, since when and by whom; or that it is not.</summary>
    public async Task<DoNotCallAnswer> LookUpAsync(PhoneNumber number, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        var entry = await FindAsync(context, number, cancellationToken);
        var history = await context.Audit.AsNoTracking().Where(line => line.Subject == number.E164)
            .OrderByDescending(line => line.Id).Take(ShownHistory).ToListAsync(cancellationToken);
        return new DoNotCallAnswer(number, entry, entry?.IsInForce(time.GetUtcNow()) ?? false, history);
    }

    /// <summary>A page of the list, newest first.</summary>
    /// <param name="after">The last entry of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<DoNotCallEntry>> ListAsync(
        DoNotCallFilter filter, int take, DoNotCallPosition? after, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        var entries = Matching(context, filter);
        if (after is (var at, var number))
            entries = entries.Where(entry => entry.AddedAt <= at && (entry.AddedAt < at || entry.Number < number));
        return await entries.OrderByDescending(entry => entry.AddedAt).ThenByDescending(entry => entry.Number)
            .Take(take).ToListAsync(cancellationToken);
    }

    /// <summary>All entries that match, in the order of their numbers, one after the other.</summary>
    public async IAsyncEnumerable<DoNotCallEntry> ReadAllAsync(
        DoNotCallFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        var entries = Matching(context, filter).OrderBy(entry => entry.Number).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(cancellationToken))
            yield return entry;
    }

    /// <summary>Everything that is on the list, whether or not it blocks anything.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        return await context.DoNotCall.CountAsync(cancellationToken);
    }

    /// <summary>How many calls the list has kept from being made in the last so many days, today included.</summary>
    public async Task<int> CountBlockedCallsAsync(int days, CancellationToken cancellationToken)
    {
        var first = BlockedDays.Of(time.GetUtcNow()) - days + 1;
        await using var context = await database.ReadAsync(cancellationToken);
        return await context.BlockedDays.Where(day => day.Day >= first).SumAsync(day => day.Calls, cancellationToken);
    }

    /// <summary>The numbers that are blocked at this moment, for whoever has many to ask about.</summary>
    internal async Task<BlockedNumbers> ReadBlockedAsync(CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        return new BlockedNumbers(context.NumbersInForce(time.GetUtcNow()));
    }

    private static Task<DoNotCallEntry?> FindAsync(
        DashboardDbContext context, PhoneNumber number, CancellationToken cancellationToken)
    {
        var digits = number.Digits;
        return context.DoNotCall.AsNoTracking().SingleOrDefaultAsync(entry => entry.Number == digits, cancellationToken);
    }

    private IQueryable<DoNotCallEntry> Matching(DashboardDbContext context, DoNotCallFilter filter)
    {
        var now = time.GetUtcNow();
        var entries = context.DoNotCall.AsNoTracking();
        if (filter.Source is { } source)
            entries = entries.Where(entry => entry.Source == source);
        if (filter.Expired is { } expired)
            entries = entries.Where(entry => (entry.ExpiresAt != null && entry.ExpiresAt <= now) == expired);
        if (filter.Text is not { } text)
            return entries;
        var reason = LikePattern.Containing(text);
        var digits = filter.Digits is { } part ? LikePattern.Containing(part) : null;
        return entries.Where(entry => EF.Functions.Like(entry.Reason, reason, LikePattern.Escape)
            || (digits != null && EF.Functions.Like((string)(object)entry.Number, digits)));
    }
}
