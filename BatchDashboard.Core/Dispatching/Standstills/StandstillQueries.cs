using System.Globalization;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Compliance.CallingHours;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Data.HotPaths;
using BatchDashboard.Core.PhoneNumbers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.Dispatching.Standstills;

/// <summary>Answers "why is nothing dialling?": the same limits, hours and switches that the gate of dispatch asks.</summary>
public sealed class StandstillQueries(
    Database database,
    DialSwitch dialSwitch,
    DialLimits limits,
    DoNotCallQueries doNotCall,
    CallingClocks clocks,
    IOptions<DispatchOptions> options,
    IOptions<ComplianceOptions> compliance,
    TimeProvider time)
{
    /// <summary>Null: it is finished, or being dialled.</summary>
    public async Task<Standstill?> OfBatchAsync(int batchNumber, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        var batch = await context.Batches.AsNoTracking().SingleAsync(b => b.Number == batchNumber, cancellationToken);
        return OfBatch(context, batch);
    }

    /// <summary>Null: the call is not waiting.</summary>
    public async Task<Standstill?> OfCallAsync(CallKey key, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        var call = await context.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.Key == key.Value, cancellationToken);
        if (call is null || !call.Status.IsWaiting())
            return null;
        var number = new PhoneNumber(call.ToNumber!);
        if (await doNotCall.IsBlockedAsync(number, cancellationToken))
            return new Standstill("do_not_call", "The number is on the do-not-call list: it is skipped when its turn comes.");
        var batch = await context.Batches.AsNoTracking().SingleAsync(b => b.Number == key.BatchNumber, cancellationToken);
        if (Switches(batch) is { } closed)
            return closed;
        if (call.NotBefore > time.GetUtcNow())
            return Waits(call.ErrorCode, call.NotBefore.Value, ZonesOf(batch, call, number));
        return OfBatch(context, batch) ?? new Standstill("in_turn", TurnOf(batch, key));
    }

    private Standstill? OfBatch(DashboardDbContext context, Batch batch)
    {
        if (batch.Status.IsFinal() || batch.Counts.Waiting == 0)
            return null;
        // Lines are shared among those who want one now: a batch that only waits has none, which is no reason.
        return Switches(batch) ?? NothingDue(context, batch) ?? FullLines(context, batch);
    }

    private Standstill? Switches(Batch batch)
    {
        if (dialSwitch.Stop is { } stop)
            return new Standstill("dialling_stopped", $"All dialling was stopped by {stop.By}. It goes on when somebody resumes it.");
        if (batch.StopRequested)
            return new Standstill("cancelling", "The batch is being cancelled.");
        if (batch.Paused)
            return new Standstill(batch.Code ?? "paused", $"The batch is paused. {batch.Reason ?? "It goes on when it is resumed."}");
        if (!batch.Status.IsDialable())
            return new Standstill("validating", "The recipients are being read; dialling begins when all are checked.");
        return batch.StartsAt > time.GetUtcNow()
            ? new Standstill("start_time", "The batch starts later.", batch.StartsAt)
            : null;
    }

    private Standstill? FullLines(DashboardDbContext context, Batch batch)
    {
        var rules = new IntentRules(
            limits.Current.MaxConcurrentCalls,
            limits.OfProvider(batch.Provider).MaxConcurrentCalls,
            options.Value.Lease,
            TimeSpan.FromSeconds(compliance.Value.SameNumberSeconds));
        if (context.RoomFor(DialState.Of(batch), rules, time.GetUtcNow()) > 0)
            return null;
        var inFlight = batch.Counts.InFlight - batch.Released;
        if (inFlight >= batch.MaxConcurrent)
            return new Standstill("batch_lines", Counted($"All {inFlight:N0} calls that the batch may have at once are in progress."));
        if (context.RoomFor(DialState.Of(batch), rules with { MaxInFlightOfProvider = 0 }, time.GetUtcNow()) > 0)
            return new Standstill(
                "provider_lines",
                Counted($"All {rules.MaxInFlightOfProvider:N0} calls that the provider may have at once are in progress, or belong to batches that come first."));
        return new Standstill(
            "installation_lines",
            Counted($"All {rules.MaxInFlight:N0} calls that may be in progress at once are, or belong to batches that come first."));
    }

    private Standstill? NothingDue(DashboardDbContext context, Batch batch)
    {
        if (batch.DispatchedRow < batch.LoadedRow || context.HasDueCalls(batch.Number, time.GetUtcNow()))
            return null;
        return context.NextWait(batch.Number) is var (code, next) ? Waits(code, next, zones: []) : null;
    }

    private static Standstill Waits(string? code, DateTimeOffset next, IReadOnlyList<string> zones) => code switch
    {
        null => new Standstill("start_time", "Its start time has not come.", next),
        HoldCodes.OutsideHours => new Standstill(code, $"It is outside the calling hours{In(zones)}.", next),
        HoldCodes.ZoneUnknown => new Standstill(
            code, "Nothing tells in which time zone the recipient is. Map a column of time zones, or choose one for the batch.", next),
        HoldCodes.NumberBusy => new Standstill(code, "Another call to the same number is in progress.", next),
        HoldCodes.NumberInReview => new Standstill(code, "Somebody has to decide about an earlier call to the same number first.", next),
        HoldCodes.NumberJustCalled => new Standstill(code, "The same number was dialled a moment ago.", next),
        "rate_limited" => new Standstill(code, "The provider asked to slow down.", next),
        _ when code.StartsWith("retry_", StringComparison.Ordinal) => new Standstill(
            code, $"It is called again, since the last call ended as “{code["retry_".Length..].Replace('_', ' ')}”.", next),
        _ => new Standstill(code, "The provider could not be asked to place the call.", next),
    };

    private static string In(IReadOnlyList<string> zones) => zones switch
    {
        [] => "",
        [var only] => $" in {only}",
        _ => $" in {string.Join(" or ", zones)}, where the number may be",
    };

    private IReadOnlyList<string> ZonesOf(Batch batch, Call call, PhoneNumber number)
    {
        var inHand = new BatchInHand(batch, clocks);
        return inHand.Clock.Ask(number, inHand.Recipients.TimeZoneOf(call.Data), time.GetUtcNow()).Zones;
    }

    private static string TurnOf(Batch batch, CallKey key) =>
        Math.Max(0, key.RowNumber - batch.DispatchedRow - 1) is > 0 and var before
            ? Counted($"Its turn comes after about {before:N0} rows before it.")
            : "It is about to be dialled.";

    private static string Counted(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
