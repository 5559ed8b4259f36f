using BatchDashboard.Core.Imports.Columns;
using BatchDashboard.Core.NewBatch.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BatchDashboard.Core.Data.Configurations;

internal sealed class DraftProfileConfiguration : IEntityTypeConfiguration<DraftProfile>
{
    public void Configure(EntityTypeBuilder<DraftProfile> builder)
    {
        builder.HasKey(profile => profile.DraftId);
        builder.Property(profile => profile.DraftId).ValueGeneratedNever();
        builder.Property(profile => profile.Profile).HasConversion<JsonConverter<SourceProfile>, WholeValueComparer<SourceProfile>>();
    }
}
