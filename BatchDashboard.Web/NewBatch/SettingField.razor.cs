using BatchDashboard.Core.CallSettings;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.NewBatch;

/// <summary>Edits one entry of the catalogue of call settings for all recipients of the draft.</summary>
public sealed partial class SettingField
{
    private CallSetting _setting = null!;
    private IReadOnlyList<(string Value, string Label)> _choices = [];
    private bool _isLong;
    private string _inputType = "text";
    private string? _step;
    private string? _look;
    private string? _spelling;

    /// <summary>As in the catalogue, dotted for a part.</summary>
    [Parameter, EditorRequired] public required string Name { get; set; }

    /// <summary>Height, of texts with several lines.</summary>
    [Parameter] public int Rows { get; set; } = 3;

    /// <summary>Tighter than the catalogue's, and shown with a count.</summary>
    [Parameter] public int? MaxLength { get; set; }

    private string Text => Settings.TextOf(Name);

    private string DefaultLabel => _setting.Default is null ? "Not set" : $"Not set ({_setting.Default})";

    private string Placeholder => _setting.Default ?? $"e.g. {_setting.Example}";

    private string DescribedBy => ErrorId(Name) is { } error ? $"{Name}-help {error}" : $"{Name}-help";

    private string? FromFile => Settings.IsSetByFile(Name)
        ? "A column of the file sets it as well; where its cell is filled, the cell counts."
        : null;

    protected override void OnParametersSet()
    {
        _setting = CallSettingCatalog.Find(Name) ?? throw new ArgumentException($"{Name} is not a call setting.");
        var isJson = _setting.Type is SettingType.Structure or SettingType.List or SettingType.Any;
        _isLong = isJson || _setting.Type is SettingType.LongText;
        (_look, _spelling) = isJson ? ("json", "false") : (null, null);
        (_inputType, _step) = _setting.Type switch
        {
            SettingType.WholeNumber => ("number", "1"),
            SettingType.Number => ("number", "any"),
            SettingType.PhoneNumber => ("tel", null),
            SettingType.Url => ("url", null),
            _ => ("text", (string?)null),
        };
        _choices = _setting.Type switch
        {
            SettingType.Boolean => [("true", "Yes"), ("false", "No")],
            SettingType.Choice when _setting.AllowsNull => [.. Choices(), ("null", "null")],
            SettingType.Choice => [.. Choices()],
            _ => [],
        };
    }

    private IEnumerable<(string, string)> Choices() =>
        _setting.Choices.Select(choice => (choice, choice.Replace('_', ' ')));

    // The choice of a pathway stands, also while its id is blank.
    private Task SetAsync(string? text) =>
        Settings.SetAsync(Name, string.IsNullOrEmpty(text) && Name != "pathway_id" ? null : text ?? "");
}
