using BatchDashboard.Web.Shell;

namespace BatchDashboard.Web.Account;

/// <summary>Prints the one-time set-up link once the application listens, as long as there is no owner.</summary>
internal sealed class SetupAnnouncement(SetupToken token, SiteAddress address) : IAnnouncement
{
    public IEnumerable<string> Lines => token.Value is { } value
        ? [$"No owner yet. Create the owner's account with this one-time link: {address.Public}/setup?token={value}"]
        : [];
}
