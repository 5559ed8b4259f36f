namespace BatchDashboard.Web.Shell;

/// <summary>A key, or two after each other, that do something on every page.</summary>
/// <param name="Keys">As the element that they press has them, in <c>data-shortcut</c>.</param>
internal sealed record Shortcut(string Keys, string Does)
{
    public static IReadOnlyList<Shortcut> All { get; } =
    [
        new("/", "Find batches and calls"),
        new("?", "This help"),
        new("n", "New batch"),
        new("p", "Pause live updates, or go on with them"),
        new("g b", "Go to the batches"),
        new("g c", "Go to the calls"),
        new("g r", "Go to the review"),
        new("g t", "Go to the templates"),
        new("g d", "Go to the do-not-call list"),
        new("g s", "Go to the settings"),
    ];
}
