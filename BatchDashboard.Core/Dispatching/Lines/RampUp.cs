namespace BatchDashboard.Core.Dispatching.Lines;

/// <summary>Lets a batch begin slowly: its limits grow evenly from a tenth to the whole.</summary>
internal static class RampUp
{
    private const double Beginning = 0.1;

    /// <summary>The part of its limits that a batch may use now.</summary>
    /// <param name="startedAt">Its first accepted call; null before.</param>
    public static double Part(DateTimeOffset? startedAt, TimeSpan length, DateTimeOffset now) =>
        length <= TimeSpan.Zero ? 1
        : startedAt is not { } start ? Beginning
        : Math.Clamp(Beginning + ((1 - Beginning) * ((now - start) / length)), Beginning, 1);

    /// <summary>At least one, so that a batch gets going at all.</summary>
    public static int Of(int limit, double part) => limit == int.MaxValue ? limit : Math.Max(1, (int)(limit * part));
}
