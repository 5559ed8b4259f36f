using System.Text.Json.Nodes;
using BatchDashboard.Core;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Templates;
using BatchDashboard.Web.NewBatch;

namespace BatchDashboard.Web.Templates;

/// <summary>A template that is open for editing; what is changed counts once it is saved.</summary>
public sealed class TemplateEditor : ISettingsEditor
{
    // What is only missing so far is no fault before somebody tries to save without it.
    private static readonly string[] Missing = [TemplateErrors.NoName().Code, Core.NewBatch.DraftErrors.NoPrompt().Code];

    private string _savedName = "";
    private JsonObject _saved = [];
    private IReadOnlyList<Error> _refusals = [];
    private bool _hasTried;

    /// <param name="newest">Null: a new template.</param>
    public TemplateEditor(TemplateVersion? newest)
    {
        if (newest is not null)
            Saved(newest);
    }

    public event Action? Changed;

    public string Name { get; private set; } = "";

    /// <summary>As they were typed.</summary>
    public JsonObject Settings { get; private set; } = [];

    /// <summary>The newest version that was seen; 0: there is none.</summary>
    public int Seen { get; private set; }

    public bool IsChanged => Name != _savedName || !JsonNode.DeepEquals(Settings, _saved);

    /// <summary>What keeps it from being saved, as far as it should be said already.</summary>
    public IReadOnlyList<Error> Problems =>
        [.. TemplateChecks.Of(Name, Settings).Where(problem => _hasTried || !Missing.Contains(problem.Code)), .. _refusals];

    public bool Has(string setting) => Settings.ContainsKey(setting);

    public string TextOf(string setting) => TypedSettings.Text(Settings, setting);

    public Task SetAsync(string setting, string? text)
    {
        TypedSettings.Set(Settings, setting, text);
        return ChangedAsync();
    }

    public Task RenameAsync(string name)
    {
        Name = name;
        return ChangedAsync();
    }

    public IEnumerable<Error> ErrorsAt(string field) => Problems.Where(problem => problem.Field == field);

    public bool IsSetByFile(string setting) => false;

    /// <summary>From now on, what is missing is said too. False: something keeps it from being saved.</summary>
    public bool TryToSave()
    {
        (_hasTried, _refusals) = (true, []);
        Changed?.Invoke();
        return Problems.Count == 0;
    }

    /// <summary>It is stored as it stands.</summary>
    public void Saved(TemplateVersion version)
    {
        (Name, Settings, Seen, _hasTried, _refusals) = (version.Name, Copy(version.Settings), version.Number, false, []);
        (_savedName, _saved) = (version.Name, version.Settings);
        Changed?.Invoke();
    }

    /// <param name="newest">The version to save on top of from now on.</param>
    public void Refused(IReadOnlyList<Error> errors, int newest)
    {
        (_refusals, Seen) = (errors, newest);
        Changed?.Invoke();
    }

    private Task ChangedAsync()
    {
        _refusals = [];
        Changed?.Invoke();
        return Task.CompletedTask;
    }

    private static JsonObject Copy(JsonObject settings) => settings.DeepClone().AsObject();
}
