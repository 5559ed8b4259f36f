using BatchDashboard.Core.Compliance.CallingHours;
using BatchDashboard.Web.Settings;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.Batches;

/// <summary>Something to see to before the first batch, and whether it is done as far as this installation knows.</summary>
/// <param name="Href">Where it is done.</param>
/// <param name="ForOwners">Others may not go there.</param>
internal sealed record FirstStep(string Title, bool IsDone, string Text, string Href, string LinkText, bool ForOwners = false)
{
    /// <summary>Before the first batch there was no test call either, which is a batch of one.</summary>
    public static FirstStep TestCall { get; } = new(
        "Test call", false, "None was placed yet. Ring yourself up before you ring anybody else.", "/settings/providers", "Call yourself", true);

    public static FirstStep Provider(ProviderWords provider, string? problem) => new(
        $"Provider: {provider.Title}", provider.IsReal && problem is null, problem ?? provider.Summary, "/settings/providers", "Look at the provider", true);

    /// <param name="hours">Of real calls.</param>
    public static FirstStep CallingHours(WeeklyHours hours) => new(
        "Calling hours",
        !hours.IsOff,
        hours.IsOff
            ? "None: people are called at any hour. The last step of a new batch may set some, the configuration those of all."
            : $"Real calls: {hours.Text}, by the clocks of the people who are called. The last step of a new batch may set others.",
        "/batches/new",
        "Begin a batch");

    public static FirstStep DoNotCall(int numbers) => new(
        "Do-not-call list",
        numbers > 0,
        numbers > 0 ? $"It has {Counted.Of(numbers, "number")}." : "It is empty. Enter who asked not to be called.",
        "/do-not-call",
        "Enter numbers");
}
