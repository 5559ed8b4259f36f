using BatchDashboard.Core.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BatchDashboard.Core.Data.Configurations;

internal sealed class WebhookConfiguration : IEntityTypeConfiguration<WebhookMessage>, IEntityTypeConfiguration<WebhookTry>
{
    public void Configure(EntityTypeBuilder<WebhookMessage> builder)
    {
        builder.HasKey(message => message.Number);
        // Each ends with the number, in whose order the log is read.
        builder.HasIndex(message => message.BatchNumber);
        builder.HasIndex(message => message.State);
        builder.HasIndex(message => new { message.BatchNumber, message.Event }, "webhooks_phases").HasFilter("kind = 'status'");
        // Of what waits alone, so that they stay small.
        builder.HasIndex(message => new { message.Kind, message.BatchNumber, message.Number }, "webhooks_in_order").HasFilter(Is(WebhookState.Pending));
        builder.HasIndex(message => new { message.Kind, message.Host, message.NextAt }, "webhooks_by_host").HasFilter(Is(WebhookState.Pending));
        builder.HasIndex(message => new { message.BatchNumber, message.Url }, "webhooks_gone").HasFilter(Is(WebhookState.Gone));
    }

    public void Configure(EntityTypeBuilder<WebhookTry> builder) => builder.HasKey(attempt => new { attempt.MessageNumber, attempt.Try });

    private static string Is(WebhookState state) => $"state = '{WireName.Of(state)}'";
}
