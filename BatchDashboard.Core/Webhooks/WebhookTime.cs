using System.Globalization;

namespace BatchDashboard.Core.Webhooks;

/// <summary>How messages write a time.</summary>
internal static class WebhookTime
{
    public static string Of(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
