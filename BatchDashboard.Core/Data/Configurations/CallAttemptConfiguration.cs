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
    }
}
