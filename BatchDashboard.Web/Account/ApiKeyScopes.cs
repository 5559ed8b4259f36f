namespace BatchDashboard.Web.Account;

/// <summary>What a program may do with its key.</summary>
[Flags]
public enum ApiKeyScopes
{
    None = 0,
    Read = 1,
    Write = 2,
    All = Read | Write,
}
