using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.Dispatching.Lines;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>How many lines a batch may take, beside all others that want some.</summary>
internal static class LineUsers
{
    /// <summary>A batch that may start only so many calls a second gets no more lines ahead than it uses in one.</summary>
    private const double SecondsAhead = 1;

    private static readonly string Unfinished =
        $"""
         SELECT b.number, b.priority, b.provider,
             b.n_dialing + b.n_ringing + b.n_in_progress + b.n_uncertain - b.released,
             b.max_concurrent, b.max_calls_per_second, b.ramp_up_seconds, b.started_at,
             {SqlStates.In("b.status", Enum.GetValues<BatchStatus>().Where(status => status.IsDialable()))}
                 AND NOT b.paused AND NOT b.stop_requested AND coalesce(b.starts_at, 0) <= @now
                 AND (b.dispatched_row < b.loaded_row OR EXISTS (SELECT 1 FROM calls INDEXED BY calls_not_before
                     WHERE key >> 24 = b.number AND not_before IS NOT NULL AND not_before <= @now))
         FROM batches b WHERE b.finished_at IS NULL
         """;

    public static int RoomFor(this DashboardDbContext context, DialState batch, IntentRules rules, DateTimeOffset now)
    {
        var users = context.ReadLineUsers(rules, now);
        var overall = LineShares.RoomFor(batch.Number, users, rules.MaxInFlight);
        return rules.MaxInFlightOfProvider == 0
            ? overall
            : Math.Min(overall, LineShares.RoomFor(
                batch.Number, [.. users.Where(user => user.Provider == batch.Provider)], rules.MaxInFlightOfProvider));
    }

    private static List<LineUser> ReadLineUsers(this DashboardDbContext context, IntentRules rules, DateTimeOffset now)
    {
        using var query = context.Prepare(Unfinished, "@now").With(now);
        using var reader = query.ExecuteReader();
        var users = new List<LineUser>();
        while (reader.Read())
        {
            var inFlight = reader.GetInt32(3);
            var ramp = RampUp.Part(
                reader.IsDBNull(7) ? null : new DateTimeOffset(reader.GetInt64(7), TimeSpan.Zero),
                TimeSpan.FromSeconds(reader.GetInt32(6)),
                now);
            var own = reader.IsDBNull(4) ? int.MaxValue : reader.GetInt32(4);
            var most = ramp < 1 && own == int.MaxValue && rules.MaxInFlight > 0 ? rules.MaxInFlight : own;
            var ahead = reader.IsDBNull(5) ? int.MaxValue : inFlight + (int)Math.Ceiling(reader.GetDouble(5) * SecondsAhead);
            users.Add(new LineUser(
                reader.GetInt32(0),
                reader.GetInt32(1),
                reader.GetString(2),
                inFlight,
                Math.Min(RampUp.Of(most, ramp), ahead),
                reader.GetBoolean(8)));
        }

        return users;
    }
}
