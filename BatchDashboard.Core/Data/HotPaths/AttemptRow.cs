using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Telephony;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>An attempt and its call as they stand in the transaction that updates them.</summary>
/// <param name="IsCurrent">No later intent exists: what happens to the attempt happens to the call.</param>
/// <param name="IsAccepted">The provider has it; what it says of the placement after that is about a repeat of it.</param>
internal sealed record AttemptRow(
    AttemptKey Key, CallKey Call, int Epoch, CallStatus CallStatus, bool IsCurrent, bool IsAccepted, string Provider)
{
    private const string Query =
        """
        SELECT a.call_key, a.epoch, c.status, a.epoch = c.epoch, a.accepted_at IS NOT NULL, a.provider
        FROM call_attempts a JOIN calls c ON c.key = a.call_key WHERE a.key = @key
        """;

    public static AttemptRow? Find(DashboardDbContext context, AttemptKey key)
    {
        using var command = context.Prepare(Query, "@key").With(key.Value);
        using var reader = command.ExecuteReader();
        return reader.Read()
            ? new AttemptRow(
                key,
                new CallKey(reader.GetInt64(0)),
                reader.GetInt32(1),
                WireName.Parse<CallStatus>(reader.GetString(2))!.Value,
                reader.GetBoolean(3),
                reader.GetBoolean(4),
                reader.GetString(5))
            : null;
    }
}
