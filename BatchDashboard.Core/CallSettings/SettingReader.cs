using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchDashboard.Core.CallSettings;

/// <summary>Checks a value against its entry of the catalogue and brings it into its normal form.</summary>
internal static class SettingReader
{
    private const int MostShown = 60;

    /// <summary>What is stored stands some levels down in other JSON, which readers refuse beyond 64.</summary>
    private const int MostLevels = 32;

    /// <summary>Null when there is nothing, which means "not set".</summary>
    internal static Result<JsonNode?> Read(CallSetting setting, JsonNode? value, string field) => value switch
    {
        null => (JsonNode?)null,
        JsonValue text when text.GetValueKind() is JsonValueKind.String =>
            ReadText(setting, text.GetValue<string>(), field),
        _ => ReadTyped(setting, value, field),
    };

    /// <summary>A cell, or a value that came as a string as cells do; null when it is blank.</summary>
    internal static Result<JsonNode?> ReadText(CallSetting setting, string text, string field)
    {
        var trimmed = text.Trim();
        return setting.Type switch
        {
            _ when trimmed.Length == 0 && setting.Type is not SettingType.Any => (JsonNode?)null,
            SettingType.Text or SettingType.Url or SettingType.Keypad when trimmed.Length > setting.MaxLength =>
                TooLong(setting, trimmed, field),
            SettingType.LongText or SettingType.Any when text.Length > setting.MaxLength =>
                TooLong(setting, text, field),
            SettingType.LongText or SettingType.Any => JsonValue.Create(text),
            SettingType.Choice when setting.AllowsNull && IsWord(trimmed, "null") => (JsonNode?)null,
            SettingType.Structure or SettingType.List => ReadStructure(setting, trimmed, field),
            _ => Scalar(setting, trimmed) is { } value ? value : Refuse(setting, Quote(text), field),
        };
    }

    /// <summary>As it is shown in a message.</summary>
    internal static string Quote(string text)
    {
        var cut = text.Length <= MostShown ? text
            : char.IsHighSurrogate(text[MostShown - 1]) ? text[..(MostShown - 1)] + '…'
            : text[..MostShown] + '…';
        return $"\"{string.Concat(cut.Select(c => char.IsControl(c) ? ' ' : c))}\"";
    }

    private static JsonValue? Scalar(CallSetting setting, string text) => setting.Type switch
    {
        SettingType.Text => JsonValue.Create(text),
        SettingType.WholeNumber or SettingType.Number => Number(setting, text),
        SettingType.Boolean => Boolean(text),
        SettingType.Choice => setting.Choices.FirstOrDefault(choice => IsWord(choice, text)) is { } choice
            ? JsonValue.Create(choice)
            : null,
        SettingType.StartTime => StartTime.Parse(text) is { IsSuccess: true } time
            ? JsonValue.Create(StartTime.Format(time.Value))
            : null,
        SettingType.TimeZone => SettingText.IsTimeZone(text) ? JsonValue.Create(text) : null,
        SettingType.PhoneNumber => SettingText.Dialable(text) is { } number ? JsonValue.Create(number) : null,
        SettingType.Url => SettingText.IsWebAddress(text) ? JsonValue.Create(text) : null,
        SettingType.Keypad => SettingText.IsKeySequence(text) ? JsonValue.Create(text) : null,
        _ => throw new InvalidOperationException($"{setting.Type} is not one value."),
    };

    private static JsonValue? Number(CallSetting setting, string text)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return null;
        if (number < setting.Minimum || number > setting.Maximum) return null;
        if (setting.Type is SettingType.Number) return JsonValue.Create(number);

        return decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue
            ? JsonValue.Create((long)number)
            : null;
    }

    private static JsonValue? Boolean(string text) =>
        IsWord(text, "true") || IsWord(text, "yes") || text == "1" ? JsonValue.Create(true)
        : IsWord(text, "false") || IsWord(text, "no") || text == "0" ? JsonValue.Create(false)
        : null;

    private static Result<JsonNode?> ReadStructure(CallSetting setting, string text, string field)
    {
        if (text[0] is '{' or '[')
        {
            return JsonTree.Parse(text) is { IsSuccess: true } tree
                ? ReadTyped(setting, tree.Value!, field)
                : Refuse(setting, $"{Quote(text)}, which is not valid JSON", field);
        }

        return setting is { Type: SettingType.List, ItemType: SettingType.Text or SettingType.WholeNumber }
            ? ReadList(setting, WordsOf(text), field)
            : Refuse(setting, Quote(text), field);
    }

    private static JsonArray WordsOf(string text) =>
        [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(word => (JsonNode?)word)];

    private static Result<JsonNode?> ReadTyped(CallSetting setting, JsonNode value, string field) =>
        (setting.Type, value) switch
        {
            _ when JsonTree.IsDeeperThan(value, MostLevels) =>
                Refuse(setting, $"nested more than {MostLevels} levels deep", field),
            (SettingType.Any, _) => value.DeepClone(),
            (SettingType.Structure, JsonObject members) => ReadObject(setting, members, field),
            (SettingType.List, JsonArray items) => ReadList(setting, items, field),
            (SettingType.WholeNumber or SettingType.Number, JsonValue)
                when value.GetValueKind() is JsonValueKind.Number => ReadText(setting, value.ToJsonString(), field),
            (SettingType.Boolean, JsonValue) => ReadText(setting, value.ToJsonString(), field),
            _ => Refuse(setting, Describe(value), field),
        };

    private static Result<JsonNode?> ReadObject(CallSetting setting, JsonObject members, string field)
    {
        var read = new JsonObject();
        var errors = new List<Error>();
        foreach (var (name, value) in members)
        {
            var path = $"{field}.{name}";
            if (MemberOf(setting, name) is not { } member)
            {
                errors.Add(CallSettingCatalog.Unknown($"{setting.Name}.{name}", path));
                continue;
            }

            var result = Read(member, value, path);
            errors.AddRange(result.Errors);
            if (result.IsSuccess && (result.Value is not null || member.Type is SettingType.Any))
                read[name] = result.Value;
        }

        return errors.Count == 0 ? read : errors.ToArray();
    }

    private static CallSetting? MemberOf(CallSetting setting, string name) => setting.Parts is []
        ? setting.Inner($"{setting.Name}.{name}", setting.MemberType)
        : setting.Parts.FirstOrDefault(part => part.PartName == name);

    private static Result<JsonNode?> ReadList(CallSetting setting, JsonArray items, string field)
    {
        if (items.Count > setting.MaxItems)
            return Refuse(setting, $"has {items.Count} items", field, verb: "");

        var read = new JsonArray();
        var errors = new List<Error>();
        foreach (var (index, value) in items.Index())
        {
            var item = setting.Inner($"{setting.Name}[{index}]", setting.ItemType);
            var result = Read(item, value, $"{field}[{index}]");
            errors.AddRange(result.Errors);
            if (!result.IsSuccess) continue;

            if (result.Value is null) errors.Add(Refuse(item, "blank", $"{field}[{index}]"));
            else read.Add(result.Value);
        }

        return errors.Count == 0 ? read : errors.ToArray();
    }

    private static string Describe(JsonNode value) => value switch
    {
        JsonObject => "an object",
        JsonArray => "a list",
        _ when value.GetValueKind() is JsonValueKind.Number => $"the number {value.ToJsonString()}",
        _ => value.ToJsonString(),
    };

    private static Error TooLong(CallSetting setting, string text, string field) =>
        Refuse(setting, string.Create(CultureInfo.InvariantCulture, $"{text.Length:N0} characters long"), field);

    private static Error Refuse(CallSetting setting, string found, string field, string verb = "is ") =>
        new(SettingCodes.Bad, $"{setting.Name} must be {setting.Rule}, but {verb}{found}.", field);

    private static bool IsWord(string text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
