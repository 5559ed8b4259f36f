using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Data.HotPaths;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BatchDashboard.Core.Data.Configurations;

internal sealed class CallConfiguration : IEntityTypeConfiguration<Call>
{
    public void Configure(EntityTypeBuilder<Call> builder)
    {
        builder.HasKey(call => call.Key);
        builder.Property(call => call.Key).ValueGeneratedNever();

        // Rare states only: an index over all rows would cost a third of the load's speed.
        builder.HasIndex(call => call.ToNumber).IsUnique()
            .HasFilter(SqlStates.AnyOf("status", CallTransitions.NumberTaken)).HasDatabaseName("calls_number_taken");
        builder.HasIndex(call => call.Deadline)
            .HasFilter("deadline IS NOT NULL").HasDatabaseName("calls_in_flight");
        builder.HasIndex(call => call.Status).HasFilter(CallPages.AtRest).HasDatabaseName("calls_at_rest");

        // calls_not_before, by batch and time, is made by hand in the first migration: EF knows no index on an expression.
    }
}
