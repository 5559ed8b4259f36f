using System.Text.Json.Nodes;
using BatchDashboard.Core.Templates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BatchDashboard.Core.Data.Configurations;

internal sealed class TemplateConfiguration : IEntityTypeConfiguration<Template>, IEntityTypeConfiguration<TemplateVersion>
{
    public void Configure(EntityTypeBuilder<Template> builder)
    {
        // Names that differ in their letter case only would be taken for one another.
        builder.Property(template => template.Name).UseCollation("NOCASE");
        builder.HasIndex(template => template.Name).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TemplateVersion> builder)
    {
        builder.HasKey(version => new { version.TemplateId, version.Number });
        builder.Ignore(version => version.Use);
        builder.Property(version => version.Settings).HasConversion<JsonConverter<JsonObject>, WholeValueComparer<JsonObject>>();
    }
}
