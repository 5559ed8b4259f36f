using BatchDashboard.Web.Shell;

namespace BatchDashboard.Web.Account;

/// <summary>Prints the one-time set-up link once the application listens, as long as there is no owner.</summary>
internal sealed class SetupAnnouncement(SetupToken token, SiteAddress address) : IAnnouncement
{
    public IEnumerable<string> Lines => token.Value is { } value ? [Line($"/setup?token={value}")] : [];

    private string Line(string path)
    {
        var line = $"No owner yet. Create the owner's account with this one-time link: {address.Local}{path}";
        return address.Public is { } site ? $"{line} or {site}{path}" : line;
    }
}
