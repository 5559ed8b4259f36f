using BatchDashboard.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace BatchDashboard.Web.Account;

/// <summary>Lets the EF Core tools write migrations without starting the application.</summary>
internal sealed class AccountDbContextFactory : IDesignTimeDbContextFactory<AccountDbContext>
{
    public AccountDbContext CreateDbContext(string[] args)
    {
        var directory = new DataDirectory(Path.Combine(Path.GetTempPath(), "batchdashboard-design"));
        var options = new DbContextOptionsBuilder<AccountDbContext>();
        options.UseDataDirectory(directory, AccountDbContext.MigrationsTable);
        return new AccountDbContext(options.Options, new WriteGate());
    }
}
