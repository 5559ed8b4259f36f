using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.NewBatch.Review;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BatchDashboard.Core.Data.Configurations;

internal sealed class DraftEditStepConfiguration : IEntityTypeConfiguration<DraftEditStep>
{
    public void Configure(EntityTypeBuilder<DraftEditStep> builder)
    {
        builder.ToTable("draft_edit_steps");
        builder.HasKey(step => new { step.DraftId, step.Step });
        builder.HasOne<BatchDraft>().WithMany().HasForeignKey(step => step.DraftId);
    }
}
