using BatchDashboard.Core.Telephony;
using BatchDashboard.Core.Telephony.Bland;
using BatchDashboard.Web.Shell;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Web.Settings;

/// <summary>Says who is going to be called, and how results of real calls come back.</summary>
internal sealed class ProviderAnnouncement(IOptions<ProviderOptions> options, IOptions<BlandOptions> bland) : IAnnouncement
{
    public IEnumerable<string> Lines
    {
        get
        {
            yield return $"New batches: {ProviderWords.Of(options.Value.Default).Summary}";
            if (bland.Value is { PublicUrl.Length: > 0, CallbackUrl: null } && options.Value.Default == BlandOptions.ProviderName)
                yield return "Warning: PublicUrl is set, but Providers:Bland:WebhookSecret is not, so Bland is asked about calls instead of telling.";
        }
    }
}
