using BatchDashboard.Core.Imports;
using BatchDashboard.Core.NewBatch.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BatchDashboard.Core.Data.Configurations;

internal sealed class SavedMappingConfiguration : IEntityTypeConfiguration<SavedMapping>
{
    public void Configure(EntityTypeBuilder<SavedMapping> builder)
    {
        builder.HasKey(mapping => mapping.HeaderKey);
        builder.HasIndex(mapping => mapping.SavedAt);
        builder.Property(mapping => mapping.Headers)
            .HasConversion<JsonConverter<IReadOnlyList<string>>, WholeValueComparer<IReadOnlyList<string>>>();
        builder.Property(mapping => mapping.Columns)
            .HasConversion<JsonConverter<IReadOnlyList<ColumnTarget>>, WholeValueComparer<IReadOnlyList<ColumnTarget>>>();
    }
}
