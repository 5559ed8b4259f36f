using System.Globalization;
using System.Text.Json;

namespace BatchDashboard.Core.Telephony.Sandbox;

/// <summary>The settings that the sandbox acts on; what has another form than expected counts as not given.</summary>
internal sealed record SandboxRequest
{
    public string? Task { get; private init; }
    public string? FirstSentence { get; private init; }
    public bool WaitsForGreeting { get; private init; }
    public string? VoicemailAction { get; private init; }
    public string? VoicemailMessage { get; private init; }
    public TimeSpan? MaxDuration { get; private init; }

    /// <summary>The row's variables in the order of its columns.</summary>
    public required OrderedDictionary<string, string> Variables { get; init; }

    public static SandboxRequest From(JsonElement settings)
    {
        var voicemail = Property(settings, "voicemail");
        return new SandboxRequest
        {
            Task = Text(Property(settings, "task")),
            FirstSentence = Text(Property(settings, "first_sentence")),
            WaitsForGreeting = Text(Property(settings, "wait_for_greeting")) is "true",
            VoicemailAction = Text(Property(voicemail, "action")),
            VoicemailMessage = Text(Property(voicemail, "message")),
            MaxDuration = Minutes(Text(Property(settings, "max_duration"))),
            Variables = VariablesOf(Property(settings, "request_data")),
        };
    }

    private static JsonElement Property(JsonElement value, string name) =>
        value.ValueKind is JsonValueKind.Object && value.TryGetProperty(name, out var property) ? property : default;

    // Numbers and booleans come as such or, from CSV cells, as strings.
    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString() is var text && !string.IsNullOrWhiteSpace(text) => text,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    private static TimeSpan? Minutes(string? text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and < 100_000
            ? TimeSpan.FromMinutes(minutes)
            : null;

    private static OrderedDictionary<string, string> VariablesOf(JsonElement requestData)
    {
        var variables = new OrderedDictionary<string, string>();
        if (requestData.ValueKind is not JsonValueKind.Object) return variables;
        foreach (var property in requestData.EnumerateObject())
            if (Text(property.Value) is { } value)
                variables[property.Name] = value;
        return variables;
    }
}
