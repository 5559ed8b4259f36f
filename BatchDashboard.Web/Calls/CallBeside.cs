namespace BatchDashboard.Web.Calls;

/// <summary>The way to a call beside another one.</summary>
/// <param name="Href">Null: none was found.</param>
/// <param name="IsFarOff">None among as many calls as a page looks at; there may be one behind them.</param>
public sealed record CallBeside(string? Href, bool IsFarOff)
{
    public static readonly CallBeside None = new(null, false);
}
