namespace BatchDashboard.Web.NewBatch;

/// <summary>Which columns the mapping step shows.</summary>
public enum ColumnFilter
{
    All,
    ToFix,
    Unused,
    Suggestions,
    Settings,
}
