using System.Text.Json.Nodes;

namespace BatchDashboard.Core.Batches.Requests;

/// <summary>The settings that tell the agent what to say; a call without any of them is silent.</summary>
internal static class Instructions
{
    private static readonly string[] Names = ["task", "pathway_id", "persona_id"];

    /// <param name="settings">In their normal form, in which nothing is blank.</param>
    public static bool AreIn(JsonObject settings) => Names.Any(settings.ContainsKey);

    public static bool Contains(string? setting) => Names.Contains(setting);
}
