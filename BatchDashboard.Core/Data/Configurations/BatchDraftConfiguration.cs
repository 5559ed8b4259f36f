using System.Text.Json.Nodes;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.NewBatch.Review;
using BatchDashboard.Core.PhoneNumbers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BatchDashboard.Core.Data.Configurations;

internal sealed class BatchDraftConfiguration : IEntityTypeConfiguration<BatchDraft>
{
    public void Configure(EntityTypeBuilder<BatchDraft> builder)
    {
        builder.Property(draft => draft.Source).HasConversion<JsonConverter<DraftSource>>();
        builder.Property(draft => draft.Columns)
            .HasConversion<JsonConverter<IReadOnlyList<ColumnTarget>>, WholeValueComparer<IReadOnlyList<ColumnTarget>>>();
        builder.Property(draft => draft.Phone).HasConversion<JsonConverter<PhoneRules>>();
        builder.Property(draft => draft.Report).HasConversion<JsonConverter<ImportReport>>();
        builder.Property(draft => draft.ReportBasis).HasConversion<JsonConverter<ReviewBasis>>();
        builder.Ignore(draft => draft.Basis).Ignore(draft => draft.IsReviewed).Ignore(draft => draft.HasPathway).Ignore(draft => draft.DiffersFromTemplate);
        builder.Property(draft => draft.Settings).HasConversion<JsonConverter<JsonObject>, WholeValueComparer<JsonObject>>();
        builder.Property(draft => draft.Template).HasConversion<JsonConverter<ChosenTemplate>, WholeValueComparer<ChosenTemplate>>();
        builder.Property(draft => draft.SentAsIs)
            .HasConversion<JsonConverter<IReadOnlyList<string>>, WholeValueComparer<IReadOnlyList<string>>>();
        builder.HasIndex(draft => draft.Owner);
    }
}
