using BatchDashboard.Core.Calls;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BatchDashboard.Core.Data.Configurations;

internal sealed class SkippedRowConfiguration : IEntityTypeConfiguration<SkippedRow>
{
    public void Configure(EntityTypeBuilder<SkippedRow> builder)
    {
        builder.HasKey(row => row.CallKey);
        builder.Property(row => row.CallKey).ValueGeneratedNever();
    }
}
