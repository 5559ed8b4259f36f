using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.PhoneNumbers;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Compliance;

/// <summary>
/// Puts numbers on the do-not-call list and takes them off. Adding one again only ever strengthens it: a new reason
/// replaces the old one and the later expiry holds; only a removal, which needs a reason, lets it be called again.
/// </summary>
public sealed class DoNotCallList(Database database, PhoneGate gate, TimeProvider time)
{
    /// <summary>Few enough that dispatch does not wait behind them.</summary>
    private const int LargestGroup = 2_000;

    /// <summary>Adds the numbers of a text, with a line of the record for each.</summary>
    /// <param name="text">One number per line, or separated by commas, semicolons or tabs.</param>
    /// <param name="country">ISO 3166 alpha-2, of numbers without a country code.</param>
    public async Task<Result<DoNotCallOutcome>> AddAsync(
        string text, string country, DoNotCallTerms terms, string by, CancellationToken cancellationToken)
    {
        if (terms.Problem(time.GetUtcNow()) is { } problem)
            return problem;
        var pasted = PastedNumbers.Read(text, country, gate);
        if (pasted.IsEmpty)
            return DoNotCallErrors.NothingToAdd();

        var added = await AddAsync(
            pasted.Numbers.Select(number => new ListedNumber(number.Digits, terms.Reason, terms.ExpiresAt)),
            terms.Source,
            by,
            isRecorded: true,
            cancellationToken);
        return new DoNotCallOutcome(
            added,
            pasted.Numbers.Count - added,
            pasted.Refused.Count,
            [.. pasted.Refused.Take(DoNotCallOutcome.ListedRefused)]);
    }

    /// <summary>Lets a number be called again.</summary>
    public Task<Result<DoNotCallEntry>> RemoveAsync(
        PhoneNumber number, string reason, string by, CancellationToken cancellationToken)
    {
        reason = reason.Trim();
        if (reason.Length == 0)
            return Task.FromResult<Result<DoNotCallEntry>>(DoNotCallErrors.ReasonMissing());
        if (reason.Length > DoNotCallTerms.MaxReasonLength)
            return Task.FromResult<Result<DoNotCallEntry>>(DoNotCallErrors.ReasonTooLong(reason.Length));
        return database.WriteAsync<Result<DoNotCallEntry>>(
            WritePriority.Interactive,
            async context =>
            {
                var digits = number.Digits;
                var entry = await context.DoNotCall.SingleOrDefaultAsync(e => e.Number == digits, cancellationToken);
                if (entry is null)
                    return DoNotCallErrors.NotOnTheList(number);
                context.Remove(entry);
                context.Add(AuditEntry.Write(AuditAction.DoNotCallRemoved, number.E164, reason, by, time.GetUtcNow()));
                await context.SaveChangesAsync(cancellationToken);
                return entry;
            },
            cancellationToken);
    }

    /// <summary>Adds numbers in small transactions; how many of them are new.</summary>
    /// <param name="isRecorded">With a line of the record for each; a file is recorded as a whole.</param>
    internal async Task<int> AddAsync(
        IEnumerable<ListedNumber> numbers,
        DoNotCallSource source,
        string by,
        bool isRecorded,
        CancellationToken cancellationToken)
    {
        var added = 0;
        foreach (var group in numbers.Chunk(LargestGroup))
        {
            added += await database.WriteAsync(
                WritePriority.Bulk,
                context => Task.FromResult(context.AddToDoNotCall(group, source, by, isRecorded, time.GetUtcNow())),
                cancellationToken);
        }

        return added;
    }

    internal Task RecordAsync(
        AuditAction action, string subject, string reason, string by, CancellationToken cancellationToken) =>
        database.WriteAsync(
            WritePriority.Interactive,
            async context =>
            {
                context.Add(AuditEntry.Write(action, subject, reason, by, time.GetUtcNow()));
                await context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
}
