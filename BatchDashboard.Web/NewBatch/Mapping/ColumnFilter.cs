namespace BatchDashboard.Web.NewBatch.Mapping;

/// <summary>Which columns the mapping step shows.</summary>
public enum ColumnFilter
{
    All,
    ToFix,
    Unused,
    Suggestions,
    Settings,
}
