using BatchDashboard.Core.Batches;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BatchDashboard.Core.Data.Configurations;

internal sealed class BatchLogConfiguration : IEntityTypeConfiguration<BatchLogEntry>
{
    public void Configure(EntityTypeBuilder<BatchLogEntry> builder)
    {
        builder.ToTable("BatchLog");
        builder.HasIndex(entry => new { entry.BatchNumber, entry.Id });
    }
}
