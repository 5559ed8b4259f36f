using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Batches.Requests;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.NewBatch.Mapping;
using BatchDashboard.Core.NewBatch.Review;
using BatchDashboard.Core.Templates;
using BatchDashboard.Core.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Data;

/// <summary>
/// The tables of batches, calls, drafts and compliance. It is written inside <see cref="Database.WriteAsync{T}"/> only.
/// </summary>
public sealed class DashboardDbContext(DbContextOptions<DashboardDbContext> options) : DbContext(options)
{
    internal const string MigrationsTable = "dashboard_migrations";

    public DbSet<Batch> Batches => Set<Batch>();

    public DbSet<BatchLogEntry> BatchLog => Set<BatchLogEntry>();

    public DbSet<Call> Calls => Set<Call>();

    public DbSet<CallAttempt> CallAttempts => Set<CallAttempt>();

    public DbSet<ParkedReport> ParkedReports => Set<ParkedReport>();

    public DbSet<SkippedRow> SkippedRows => Set<SkippedRow>();

    public DbSet<DoNotCallEntry> DoNotCall => Set<DoNotCallEntry>();

    public DbSet<LastDial> LastDials => Set<LastDial>();

    public DbSet<BlockedDay> BlockedDays => Set<BlockedDay>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<BatchDraft> Drafts => Set<BatchDraft>();

    public DbSet<DraftProfile> DraftProfiles => Set<DraftProfile>();

    public DbSet<SavedMapping> SavedMappings => Set<SavedMapping>();
    public DbSet<DraftEditStep> DraftEditSteps => Set<DraftEditStep>();

    public DbSet<Template> Templates => Set<Template>();

    public DbSet<TemplateVersion> TemplateVersions => Set<TemplateVersion>();

    public DbSet<AcceptedRequest> AcceptedRequests => Set<AcceptedRequest>();

    public DbSet<InstallationFact> Installation => Set<InstallationFact>();

    public DbSet<Lease> Leases => Set<Lease>();

    public DbSet<WebhookMessage> WebhookMessages => Set<WebhookMessage>();

    public DbSet<WebhookTry> WebhookTries => Set<WebhookTry>();

    /// <summary>True while <see cref="Database"/> holds the write gate for this context.</summary>
    internal bool MayWrite { get; set; }

    /// <summary>Set while the context serves one transaction after the other.</summary>
    internal KeptCommands? Kept { get; set; }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Write through Database.WriteAsync.");

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        MayWrite
            ? base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken)
            : throw new NotSupportedException("Write through Database.WriteAsync.");

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
        configurationBuilder.Properties<BatchStatus>().HaveConversion<WireNameConverter<BatchStatus>>();
        configurationBuilder.Properties<CallStatus>().HaveConversion<WireNameConverter<CallStatus>>();
        configurationBuilder.Properties<AnsweredBy>().HaveConversion<WireNameConverter<AnsweredBy>>();
        configurationBuilder.Properties<LogEvent>().HaveConversion<WireNameConverter<LogEvent>>();
        configurationBuilder.Properties<DoNotCallSource>().HaveConversion<WireNameConverter<DoNotCallSource>>();
        configurationBuilder.Properties<AuditAction>().HaveConversion<WireNameConverter<AuditAction>>();
        configurationBuilder.Properties<WebhookKind>().HaveConversion<WireNameConverter<WebhookKind>>();
        configurationBuilder.Properties<WebhookState>().HaveConversion<WireNameConverter<WebhookState>>();
        configurationBuilder.Properties<BatchId>().HaveConversion<BatchIdConverter>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DashboardDbContext).Assembly);
        SnakeCaseNames.Apply(modelBuilder.Model);
    }
}
