namespace BatchDashboard.Web.Shell;

/// <summary>Which look a person asked for.</summary>
public enum ThemeChoice
{
    /// <summary>Whatever the operating system shows.</summary>
    System,
    Light,
    Dark,
}
