using BatchDashboard.Core.Calls;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BatchDashboard.Core.Data.Configurations;

internal sealed class CallAttemptConfiguration : IEntityTypeConfiguration<CallAttempt>
{
    public void Configure(EntityTypeBuilder<CallAttempt> builder)
    {
        builder.HasKey(attempt => new { attempt.CallKey, attempt.Epoch });
        builder.HasIndex(attempt => attempt.Key).IsUnique();
        // For callbacks without our key. Of calls in progress alone, so that it stays small and cheap to keep.
        builder.HasIndex(attempt => attempt.ProviderCallId).HasDatabaseName("attempts_in_progress")
            .HasFilter("provider_call_id IS NOT NULL AND ended_at IS NULL");
    }
}
