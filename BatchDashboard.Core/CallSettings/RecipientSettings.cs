using System.Text.Json.Nodes;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.CallSettings;

/// <summary>
/// Works out the settings of each recipient of one batch: column of the row, then fixed value of the batch, then
/// template, then default.
/// </summary>
/// <remarks>Made once per batch; safe to share between threads.</remarks>
public sealed class RecipientSettings
{
    private const string RequestData = "request_data";
    private const string Metadata = "metadata";
    private const string TimeZone = "timezone";

    private readonly JsonObject _shared = [];
    private readonly RowLayout? _layout;
    private readonly IReadOnlyCollection<string>? _own;
    private readonly int _timeZoneColumn;

    /// <param name="batch">The fixed settings, as <see cref="SettingsDocument"/> left them.</param>
    /// <param name="layout">Names the values of a file's rows; null when the rows are API entries.</param>
    /// <param name="template">The settings of the template the batch was made from, when they are not in the batch's
    /// already.</param>
    /// <param name="own">The settings that API entries give themselves; null: any of them.</param>
    public RecipientSettings(JsonObject batch, RowLayout? layout, JsonObject? template = null, IReadOnlyCollection<string>? own = null)
    {
        (_layout, _own) = (layout, own);
        _timeZoneColumn = layout?.Columns.ToList().FindIndex(c => c is { Use: ColumnUse.Setting, Name: TimeZone }) ?? -1;
        foreach (var setting in CallSettingCatalog.All)
        {
            if (setting.Default is { } cell)
                _shared[setting.Name] = CallSettingCatalog.ParseCell(setting.Name, cell).Value;
        }

        // Copied, because a tree that was parsed fills itself in when it is read, which threads must not share.
        Overlay(_shared, Expect<JsonObject>(JsonTree.Copy(template ?? []).Value));
        Overlay(_shared, Expect<JsonObject>(JsonTree.Copy(batch).Value));
    }

    /// <summary>
    /// Refuses a row with a bad setting; rows that the import let through have none, unless the catalogue has changed
    /// since.
    /// </summary>
    /// <param name="data">As in <see cref="ImportedRow.Data"/>; anything else is a broken invariant and throws.</param>
    public Result<ResolvedRecipient> Resolve(PhoneNumber number, string data)
    {
        var settings = _shared.DeepClone().AsObject();
        var row = JsonTree.Parse(data).Value;
        if (_layout is null) Overlay(settings, Expect<JsonObject>(row));
        else if (Apply(Expect<JsonArray>(row), _layout, settings) is { Length: > 0 } errors) return errors;

        return new ResolvedRecipient(settings, VariablesOf(settings, number));
    }

    /// <summary>False: no recipient has a value for it, whatever its row says.</summary>
    public bool MaySet(string name) =>
        _shared.ContainsKey(name)
        || (_layout is null ? _own?.Contains(name) is not false : _layout.Columns.Any(c => c is { Use: ColumnUse.Setting, Name: { } own }
            && (own == name || own.StartsWith(name + ".", StringComparison.Ordinal))));

    /// <summary>The IANA name that the recipient's own row, or the batch for all, gives to <c>timezone</c>; null when neither does.</summary>
    public string? TimeZoneOf(string data)
    {
        var shared = (string?)_shared[TimeZone];
        if (_layout is null)
        {
            return data.Contains($"\"{TimeZone}\"", StringComparison.Ordinal)
                ? (string?)Expect<JsonObject>(JsonTree.Parse(data).Value)[TimeZone] ?? shared
                : shared;
        }

        if (_timeZoneColumn < 0)
            return shared;
        var cell = JsonTree.Text(Expect<JsonArray>(JsonTree.Parse(data).Value)[_timeZoneColumn]);
        var value = CallSettingCatalog.ParseCell(TimeZone, _layout.Columns[_timeZoneColumn].ValueOf(cell) ?? "");
        return value.IsSuccess && value.Value is { } own ? (string?)own : shared;
    }

    private static Error[] Apply(JsonArray cells, RowLayout layout, JsonObject settings)
    {
        if (cells.Count != layout.Columns.Count)
            throw new InvalidOperationException($"A row has {cells.Count} values for {layout.Columns.Count} columns.");

        return [.. layout.Columns.SelectMany((column, index) => Apply(JsonTree.Text(cells[index]), column, settings))];
    }

    private static IReadOnlyList<Error> Apply(string cell, ColumnTarget column, JsonObject settings)
    {
        switch (column)
        {
            case { Use: ColumnUse.RequestData, Name: { } name }:
                SetText(JsonTree.Member(settings, RequestData), name, cell);
                return [];
            case { Use: ColumnUse.Metadata, Name: { } name }:
                SetText(JsonTree.Member(settings, Metadata), name, cell);
                return [];
            case { Use: ColumnUse.Setting, Name: { } name }
                when column.ValueOf(cell) is var value && !string.IsNullOrWhiteSpace(value):
                return SetSetting(settings, name, value);
            default:
                return [];
        }
    }

    /// <summary>
    /// A blank cell leaves the batch's value; without one it is kept, so that the variable is known to be blank.
    /// </summary>
    private static void SetText(JsonObject members, string name, string cell)
    {
        if (!string.IsNullOrWhiteSpace(cell) || !members.ContainsKey(name)) members[name] = cell;
    }

    private static IReadOnlyList<Error> SetSetting(JsonObject settings, string name, string cell)
    {
        if (CallSettingCatalog.Retired.Contains(name)) return [];

        var parsed = CallSettingCatalog.ParseCell(name, cell);
        if (parsed.IsSuccess) Merge(settings, name, parsed.Value);
        return parsed.Errors;
    }

    private static void Overlay(JsonObject settings, JsonObject layer)
    {
        foreach (var (name, value) in layer) Merge(settings, name, value?.DeepClone());
    }

    private static void Merge(JsonObject settings, string name, JsonNode? value)
    {
        if (value is not JsonObject members || CallSettingCatalog.Find(name) is not { MergesMembers: true })
        {
            JsonTree.Set(settings, name, value);
            return;
        }

        var known = JsonTree.Member(settings, name);
        foreach (var (key, member) in members) known[key] = member?.DeepClone();
    }

    private static Dictionary<string, string> VariablesOf(JsonObject settings, PhoneNumber number)
    {
        var variables = new Dictionary<string, string>();
        if (settings[RequestData] is JsonObject data) AddTexts(variables, data, prefix: "");
        variables.TryAdd("phone_number", number.E164);
        return variables;
    }

    /// <summary>Members of members are reached by dotted names.</summary>
    private static void AddTexts(Dictionary<string, string> variables, JsonObject data, string prefix)
    {
        foreach (var (name, value) in data) variables.TryAdd(prefix + name, JsonTree.Text(value));
        foreach (var (name, value) in data)
        {
            if (value is JsonObject members) AddTexts(variables, members, $"{prefix}{name}.");
        }
    }

    private static T Expect<T>(JsonNode? node) where T : JsonNode =>
        node as T ?? throw new InvalidOperationException($"A row's data is no {typeof(T).Name}.");
}
