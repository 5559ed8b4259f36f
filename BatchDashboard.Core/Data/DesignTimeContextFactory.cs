using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace BatchDashboard.Core.Data;

/// <summary>Lets the migrations tool build the model without starting the application.</summary>
internal sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<DashboardDbContext>
{
    public DashboardDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<DashboardDbContext>();
        options.UseDataDirectory(
            new DataDirectory(Path.Combine(Path.GetTempPath(), "batchdashboard-design")), DashboardDbContext.MigrationsTable);
        return new DashboardDbContext(options.Options);
    }
}
