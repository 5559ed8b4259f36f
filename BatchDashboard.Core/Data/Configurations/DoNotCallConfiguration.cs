using BatchDashboard.Core.Compliance;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BatchDashboard.Core.Data.Configurations;

internal sealed class DoNotCallConfiguration
    : IEntityTypeConfiguration<DoNotCallEntry>, IEntityTypeConfiguration<BlockedDay>
{
    public void Configure(EntityTypeBuilder<DoNotCallEntry> builder)
    {
        builder.HasKey(entry => entry.Number);
        builder.Property(entry => entry.Number).ValueGeneratedNever();
        builder.Ignore(entry => entry.Phone);
        builder.HasIndex(entry => entry.AddedAt).HasDatabaseName("do_not_call_newest");
    }

    public void Configure(EntityTypeBuilder<BlockedDay> builder)
    {
        builder.HasKey(day => day.Day);
        builder.Property(day => day.Day).ValueGeneratedNever();
    }
}
