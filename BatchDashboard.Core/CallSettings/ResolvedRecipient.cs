using System.Text.Json.Nodes;

namespace BatchDashboard.Core.CallSettings;

/// <summary>What one recipient is called with, after row, batch, template and defaults have had their say.</summary>
/// <param name="Settings">Every setting that has a value, request data and metadata included.</param>
/// <param name="Variables">What <c>{{names}}</c> in prompts stand for.</param>
public sealed record ResolvedRecipient(JsonObject Settings, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>A copy without what this application carries out itself, defaults of variables among it.</summary>
    public JsonObject ForProvider()
    {
        var forwarded = Settings.DeepClone().AsObject();
        foreach (var ours in CallSettingCatalog.All.Where(setting => setting.CarriedOutByUs))
            forwarded.Remove(ours.Name);
        foreach (var text in CallSettingCatalog.Targets.Where(setting => setting.TakesVariables))
            FillDefaults(forwarded, text);
        return forwarded;
    }

    private void FillDefaults(JsonObject settings, CallSetting setting)
    {
        var owner = setting.PartName == setting.Name ? settings : settings[setting.ParentName] as JsonObject;
        // Most texts have none, and every call comes by here.
        if (owner?[setting.PartName] is JsonValue value && JsonTree.Text(value) is var text && text.Contains('|', StringComparison.Ordinal))
            owner[setting.PartName] = PromptTemplate.Parse(text).WithDefaults(Variables);
    }
}
