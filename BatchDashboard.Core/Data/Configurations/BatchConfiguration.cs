using BatchDashboard.Core.Batches;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BatchDashboard.Core.Data.Configurations;

internal sealed class BatchConfiguration : IEntityTypeConfiguration<Batch>
{
    public void Configure(EntityTypeBuilder<Batch> builder)
    {
        builder.HasKey(batch => batch.Number);
        builder.Property(batch => batch.Number).ValueGeneratedOnAdd();
        builder.HasIndex(batch => batch.Id).IsUnique();
        builder.Property(batch => batch.Plan).HasConversion<JsonConverter<BatchPlan>>();
        builder.ComplexProperty(batch => batch.Counts);
        builder.Ignore(batch => batch.Limits);

        // A look-up by number goes through all batches, without their wide rows.
        builder.HasIndex(batch => batch.NumbersIndexed);

        // The supervisor looks at these every second; finished batches must not slow it down.
        builder.HasIndex(batch => batch.Status).HasFilter("finished_at IS NULL").HasDatabaseName("batches_unfinished");
    }
}
