using System.Globalization;

namespace BatchDashboard.Core.Compliance;

/// <summary>A place in the do-not-call list, newest first: the entry behind which a page begins.</summary>
public readonly record struct DoNotCallPosition(DateTimeOffset AddedAt, long Number)
{
    public static DoNotCallPosition Of(DoNotCallEntry entry) => new(entry.AddedAt, entry.Number);

    /// <summary>Null for a text that no position is written as.</summary>
    public static DoNotCallPosition? Parse(string? text) =>
        text?.Split('-') is [var ticks, var digits]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at <= DateTimeOffset.MaxValue.Ticks
            && long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new DoNotCallPosition(new DateTimeOffset(at, TimeSpan.Zero), number)
                : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{AddedAt.UtcTicks}-{Number}");
}
