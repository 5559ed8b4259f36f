using System.Text.Json.Nodes;

namespace BatchDashboard.Core.CallSettings;

/// <summary>Settings as people typed them: dotted names with texts, not checked yet.</summary>
public static class TypedSettings
{
    /// <summary>Empty when it is not set.</summary>
    public static string Text(JsonObject settings, string name) => JsonTree.Text(settings[name]);

    /// <param name="text">Null takes the setting out.</param>
    public static void Set(JsonObject settings, string name, string? text)
    {
        if (text is null)
            settings.Remove(name);
        else
            settings[name] = text;
    }
}
