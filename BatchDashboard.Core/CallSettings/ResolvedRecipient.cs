using System.Text.Json.Nodes;

namespace BatchDashboard.Core.CallSettings;

/// <summary>What one recipient is called with, after row, batch, template and defaults have had their say.</summary>
/// <param name="Settings">Every setting that has a value, request data and metadata included.</param>
/// <param name="Variables">What <c>{{names}}</c> in prompts stand for.</param>
public sealed record ResolvedRecipient(JsonObject Settings, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>A copy without what this application carries out itself.</summary>
    public JsonObject ForProvider()
    {
        var forwarded = Settings.DeepClone().AsObject();
        foreach (var ours in CallSettingCatalog.All.Where(setting => setting.CarriedOutByUs))
            forwarded.Remove(ours.Name);
        return forwarded;
    }
}
