using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>Writes and reads the do-not-call list by the thousand.</summary>
internal static class DoNotCallRows
{
    /// <summary>Whether a number is blocked, for statements that have it as <c>to_number</c>.</summary>
    public const string IsBlocked =
        $"""
        EXISTS (SELECT 1 FROM do_not_call d WHERE d.number = {SqlNumbers.Digits}
            AND (d.expires_at IS NULL OR d.expires_at > @now))
        """;

    // One that has expired is as if it were not there.
    private const string Insert =
        """
        INSERT INTO do_not_call (number, reason, source, expires_at, added_by, added_at)
        VALUES (@number, @reason, @source, @expires, @by, @now)
        ON CONFLICT (number) DO UPDATE SET reason = excluded.reason, source = excluded.source,
            expires_at = excluded.expires_at, added_by = excluded.added_by, added_at = excluded.added_at
        WHERE do_not_call.expires_at <= excluded.added_at
        """;

    private const string Renew =
        """
        UPDATE do_not_call SET reason = iif(@reason = '', reason, @reason), expires_at = max(expires_at, @expires)
        WHERE number = @number AND ((@reason <> '' AND reason <> @reason)
            OR (expires_at IS NOT NULL AND (@expires IS NULL OR expires_at < @expires)))
        """;

    private const string Record =
        "INSERT INTO audit (at, actor, action, subject, reason) VALUES (@now, @by, @action, @subject, @reason)";

    /// <summary>Adds or strengthens entries; how many of them are new.</summary>
    /// <param name="isRecorded">With a line of the record for each that changes.</param>
    public static int AddToDoNotCall(
        this DashboardDbContext context,
        IReadOnlyList<ListedNumber> numbers,
        DoNotCallSource source,
        string by,
        bool isRecorded,
        DateTimeOffset now)
    {
        using var insert = context.Prepare(Insert, "@number", "@reason", "@source", "@expires", "@by", "@now");
        using var renew = context.Prepare(Renew, "@number", "@reason", "@expires");
        using var record = context.Prepare(Record, "@now", "@by", "@action", "@subject", "@reason");
        var added = 0;
        foreach (var (digits, reason, expiresAt) in numbers)
        {
            var isNew = insert.With(digits, reason, source, expiresAt, by, now).ExecuteNonQuery() == 1;
            added += isNew ? 1 : 0;
            if (!isNew && renew.With(digits, reason, expiresAt).ExecuteNonQuery() == 0)
                continue;
            if (isRecorded)
            {
                var action = isNew ? AuditAction.DoNotCallAdded : AuditAction.DoNotCallRenewed;
                record.With(now, by, action, PhoneNumber.FromDigits(digits).E164, reason).ExecuteNonQuery();
            }
        }

        return added;
    }

    /// <summary>The numbers that are blocked, ascending.</summary>
    public static List<long> NumbersInForce(this DashboardDbContext context, DateTimeOffset now)
    {
        using var command = context.Prepare(
            "SELECT number FROM do_not_call WHERE expires_at IS NULL OR expires_at > @now ORDER BY number", "@now").With(now);
        using var reader = command.ExecuteReader();
        var numbers = new List<long>();
        while (reader.Read())
            numbers.Add(reader.GetInt64(0));
        return numbers;
    }
}
