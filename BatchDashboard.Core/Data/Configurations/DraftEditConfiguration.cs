using BatchDashboard.Core.NewBatch.Review;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BatchDashboard.Core.Data.Configurations;

internal sealed class DraftEditConfiguration : IEntityTypeConfiguration<DraftEditRow>
{
    public void Configure(EntityTypeBuilder<DraftEditRow> builder)
    {
        builder.ToTable("draft_edits");
        // In the order in which the overlay of a run is made.
        builder.HasKey(edit => new { edit.DraftId, edit.RowNumber, edit.Column, edit.Step });
        // In which a step is undone. Goes with its step, and that with its draft.
        builder.HasOne<DraftEditStep>().WithMany().HasForeignKey(edit => new { edit.DraftId, edit.Step });
    }
}
