using System.Text.Json.Nodes;

namespace BatchDashboard.Core.Templates;

/// <summary>A template of the gallery, to begin with.</summary>
/// <param name="Purpose">What it is good for, in one sentence.</param>
/// <param name="FirstSentence">It says that an automated voice speaks.</param>
public sealed record StarterTemplate(string Name, string Purpose, string FirstSentence, string Prompt)
{
    /// <summary>Left when a voicemail answers; empty: it hangs up.</summary>
    public string Voicemail { get; init; } = "";

    /// <summary>The labels of which each call gets the one that fits.</summary>
    public IReadOnlyList<string> Dispositions { get; init; } = [];

    /// <summary>In minutes.</summary>
    public int LongestMinutes { get; init; } = 5;

    /// <summary>As they are typed.</summary>
    public JsonObject Settings()
    {
        var settings = new JsonObject
        {
            ["task"] = Prompt,
            ["first_sentence"] = FirstSentence,
            ["max_duration"] = $"{LongestMinutes}",
            ["voicemail.action"] = Voicemail.Length == 0 ? "hangup" : "leave_message",
            ["dispositions"] = new JsonArray([.. Dispositions.Select(label => (JsonNode)label)]).ToJsonString(),
        };
        if (Voicemail.Length > 0)
            settings["voicemail.message"] = Voicemail;
        return settings;
    }
}
