using BatchDashboard.Core.Calls;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BatchDashboard.Core.Data.Configurations;

internal sealed class ParkedReportConfiguration : IEntityTypeConfiguration<ParkedReport>
{
    public void Configure(EntityTypeBuilder<ParkedReport> builder) =>
        builder.HasKey(report => new { report.Provider, report.ProviderCallId });
}
