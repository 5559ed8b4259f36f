using BatchDashboard.Core.Compliance;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BatchDashboard.Core.Data.Configurations;

internal sealed class LastDialConfiguration : IEntityTypeConfiguration<LastDial>
{
    public void Configure(EntityTypeBuilder<LastDial> builder)
    {
        builder.HasKey(dial => dial.Number);
        builder.Property(dial => dial.Number).ValueGeneratedNever();
    }
}
