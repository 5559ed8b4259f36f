using BatchDashboard.Core.Batches.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BatchDashboard.Core.Data.Configurations;

internal sealed class AcceptedRequestConfiguration : IEntityTypeConfiguration<AcceptedRequest>
{
    public void Configure(EntityTypeBuilder<AcceptedRequest> builder) =>
        builder.HasKey(request => new { request.Caller, request.Key });
}
