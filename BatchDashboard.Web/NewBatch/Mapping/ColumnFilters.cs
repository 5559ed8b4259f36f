using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Columns;
using BatchDashboard.Core.NewBatch;

namespace BatchDashboard.Web.NewBatch.Mapping;

/// <summary>How the filters of columns are called, and which columns they let through.</summary>
internal static class ColumnFilters
{
    public static IReadOnlyList<ColumnFilter> Each { get; } = Enum.GetValues<ColumnFilter>();

    public static string Label(this ColumnFilter filter) => filter switch
    {
        ColumnFilter.All => "All",
        ColumnFilter.ToFix => "Columns to fix",
        ColumnFilter.Unused => "Not used",
        ColumnFilter.Suggestions => "Suggestions",
        ColumnFilter.Settings => "Call settings",
        _ => throw new ArgumentOutOfRangeException(nameof(filter)),
    };

    public static bool Lets(this ColumnFilter filter, ColumnView column, IReadOnlyList<DraftProblem> problems) => filter switch
    {
        ColumnFilter.All => true,
        ColumnFilter.ToFix => problems.Any(problem => problem.IsAt(DraftChecks.ColumnField(column.Index)))
            || RefusedValues.Of(column.Profile, column.Target, CallSettingCatalog.ParseCell).Known.Count > 0,
        ColumnFilter.Unused => column.Target.Use == ColumnUse.Ignore,
        ColumnFilter.Suggestions => column.IsSuggested,
        ColumnFilter.Settings => column.Target.Use == ColumnUse.Setting,
        _ => throw new ArgumentOutOfRangeException(nameof(filter)),
    };
}
