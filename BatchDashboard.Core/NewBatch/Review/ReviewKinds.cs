using BatchDashboard.Core.Imports;

namespace BatchDashboard.Core.NewBatch.Review;

/// <summary>Which kinds there are, and which codes belong to which.</summary>
public static class ReviewKinds
{
    public static IReadOnlyList<ReviewKind> All { get; } = Enum.GetValues<ReviewKind>();

    /// <param name="code">Under which a row is skipped.</param>
    public static ReviewKind OfSkipped(string code) => code switch
    {
        SkipCodes.Duplicate => ReviewKind.Duplicate,
        SkipCodes.DoNotCall => ReviewKind.DoNotCall,
        SkipCodes.Dropped => ReviewKind.Dropped,
        SkipCodes.RecentlyCalled => ReviewKind.RecentlyCalled,
        _ => ReviewKind.Error,
    };

    /// <summary>Not because of the row itself, but of what is known about its number by now.</summary>
    public static bool IsAboutNumber(this ReviewKind kind) => kind is ReviewKind.DoNotCall or ReviewKind.RecentlyCalled;

    public static bool IsCalled(this ReviewKind kind) => kind is ReviewKind.Ready or ReviewKind.Warning;

    /// <summary>How many rows of a report have an error: something that can be mended.</summary>
    public static int Errors(this ImportReport report) =>
        report.SkippedByCode.Where(code => OfSkipped(code.Key) == ReviewKind.Error).Sum(code => code.Value);
}
