using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BatchDashboard.Core.Data.Configurations;

internal sealed class InstallationConfiguration : IEntityTypeConfiguration<InstallationFact>, IEntityTypeConfiguration<Lease>
{
    public void Configure(EntityTypeBuilder<InstallationFact> builder) => builder.HasKey(fact => fact.Name);

    public void Configure(EntityTypeBuilder<Lease> builder) => builder.HasKey(lease => lease.Name);
}
