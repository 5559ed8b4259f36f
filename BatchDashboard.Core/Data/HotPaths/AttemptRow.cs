using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Telephony;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>An attempt and its call as they stand in the transaction that updates them.</summary>
/// <param name="IsCurrent">No later intent exists: what happens to the attempt happens to the call.</param>
/// <param name="IsAccepted">The provider has it; what it says of the placement after that is about a repeat of it.</param>
/// <param name="IsReleased">In doubt and not known to the provider: it holds no line.</param>
/// <param name="ProviderCallId">As far as it is known.</param>
/// <param name="LastIntendedAt">The last time that a request for it may have left.</param>
/// <param name="IsStopped">Somebody has asked to end the call: it is not dialled again.</param>
/// <param name="IsRepeated">It may have been placed more than once under its key, so that an answer may be that of any request.</param>
internal sealed record AttemptRow(
    AttemptKey Key, CallKey Call, int Epoch, CallStatus CallStatus, bool IsCurrent, bool IsAccepted, bool IsReleased, string Provider,
    string? ProviderCallId, DateTimeOffset LastIntendedAt, bool IsRepeated, bool IsStopped)
{
    private const string Query =
        """
        SELECT a.call_key, a.epoch, c.status, a.epoch = c.epoch, a.accepted_at IS NOT NULL, a.released, a.provider,
            a.provider_call_id, coalesce(a.repeated_at, a.intended_at), a.repeated_at IS NOT NULL, a.stopped_at IS NOT NULL
        FROM call_attempts a JOIN calls c ON c.key = a.call_key WHERE a.key = @key
        """;

    /// <summary>The attempt in progress that the provider knows by this id.</summary>
    public static AttemptKey? KeyOf(DashboardDbContext context, string provider, string providerCallId)
    {
        using var command = context.Prepare(
            "SELECT key FROM call_attempts WHERE provider_call_id = @id AND ended_at IS NULL AND provider = @provider",
            "@id",
            "@provider").With(providerCallId, provider);
        using var reader = command.ExecuteReader();
        return reader.Read() ? new AttemptKey(reader.GetGuid(0)) : null;
    }

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
                reader.GetBoolean(5),
                reader.GetString(6),
                reader.IsDBNull(7) ? null : reader.GetString(7),
                new DateTimeOffset(reader.GetInt64(8), TimeSpan.Zero),
                reader.GetBoolean(9),
                reader.GetBoolean(10))
            : null;
    }
}
