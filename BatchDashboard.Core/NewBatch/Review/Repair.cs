using BatchDashboard.Core.Imports;

namespace BatchDashboard.Core.NewBatch.Review;

/// <summary>One click that mends all rows with the same problem or warning.</summary>
/// <param name="Code">The problem.</param>
/// <param name="Country">ISO 3166 alpha-2; for <see cref="RepairKind.UseCountry"/> alone.</param>
public sealed record Repair(RepairKind Kind, string Code, string? Country = null)
{
    /// <summary>What helps against a problem.</summary>
    public static IReadOnlyList<RepairKind> Offered(string code) => code switch
    {
        SkipCodes.Invalid => [RepairKind.UseCountry, RepairKind.Drop],
        SkipCodes.BadSetting => [RepairKind.Clear, RepairKind.Drop],
        WarningCodes.OuterSpace => [RepairKind.Trim, RepairKind.Drop],
        WarningCodes.LineBreak => [RepairKind.JoinLines, RepairKind.Drop],
        SkipCodes.Dropped => [],
        _ => [RepairKind.Drop],
    };
}
