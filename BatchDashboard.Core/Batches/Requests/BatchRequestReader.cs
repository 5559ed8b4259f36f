using System.Text.Json.Nodes;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Compliance.CallingHours;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Batches.Requests;

/// <summary>Checks the fields of a request for a batch and names everything that is wrong with them at once.</summary>
internal sealed class BatchRequestReader
{
    private readonly ErrorList _errors = new(part: null);
    private readonly JsonObject _values = [];
    private readonly JsonObject _given;

    private BatchRequestReader(JsonObject given) => _given = given;

    /// <param name="withFile">Recipients come in a file, so columns are mapped.</param>
    public static Result<BatchRequest> Read(JsonObject given, bool withFile)
    {
        var reader = new BatchRequestReader(given);
        reader.ReadFields(withFile ? [.. RequestFields.All, RequestFields.ColumnMapping] : RequestFields.All, withFile);
        var global = reader.ReadGlobal();
        var country = reader.ReadCountry();
        var mapping = reader.ReadMapping();
        var calling = reader.ReadCalling();
        return reader._errors.All is { Count: > 0 } errors ? errors.ToArray() : reader.Build(global, country, mapping, calling);
    }

    private BatchRequest Build(SettingsDocument global, string country, Dictionary<string, string> mapping, CallingRules calling) => new()
    {
        Settings = global.Settings,
        Ignored = global.Ignored,
        SaysSomething = Instructions.AreIn(global.Settings),
        Description = Text("description"),
        StatusWebhook = Text("status_webhook"),
        MaxConcurrent = (long?)_values["max_concurrent"] is > 0 and var calls ? (int)calls : null,
        MaxCallsPerSecond = (decimal?)_values["max_calls_per_second"] is > 0 and var rate ? (double)rate : null,
        StartTime = Moment(Text("start_time") ?? (string?)global.Settings["start_time"]),
        Calling = calling,
        Priority = (int)((long?)_values["priority"] ?? 0),
        RampUpSeconds = (int)((long?)_values["ramp_up_seconds"] ?? 0),
        ColumnMapping = mapping,
        Phone = new PhoneRules(country, Text("number_check") == "possible" ? NumberCheck.Possible : NumberCheck.Strict),
        CallDuplicates = Text("duplicates") == "call",
    };

    private void ReadFields(IReadOnlyList<CallSetting> fields, bool withFile)
    {
        string[] own = withFile ? [RequestFields.Global] : [RequestFields.Global, RequestBodyReader.CallObjects];
        string[] known = [.. own, .. fields.Select(field => field.Name)];
        _errors.Add(_given.Select(member => member.Key).Except(known)
            .Select(name => RequestErrors.UnknownField(name, known)));
        foreach (var field in fields)
        {
            var value = SettingReader.Read(field, _given[field.Name], field.Name);
            _errors.Add(value.Errors);
            if (value.IsSuccess)
                _values[field.Name] = value.Value;
        }
    }

    private SettingsDocument ReadGlobal()
    {
        var nothing = new SettingsDocument([], []);
        if (_given[RequestFields.Global] is not { } given)
            return nothing;
        if (given is not JsonObject settings)
        {
            _errors.Add(RequestErrors.GlobalIsNoObject());
            return nothing;
        }

        if (settings.ContainsKey("phone_number"))
            _errors.Add(RequestErrors.PhoneNumberInGlobal());
        var document = SettingsDocument.Read(settings, RequestFields.Global);
        _errors.Add(document.Errors);
        return document.IsSuccess ? document.Value : nothing;
    }

    private string ReadCountry()
    {
        var country = Text("default_country") ?? new PhoneRules().DefaultCountry;
        if (!PhoneRegions.IsKnown(country))
            _errors.Add(RequestErrors.UnknownCountry(country));
        return country.ToUpperInvariant();
    }

    private CallingRules ReadCalling()
    {
        var dates = _values[CallingRulesText.DatesField] is JsonArray days ? string.Join(' ', days.Select(day => (string?)day)) : null;
        var rules = CallingRulesText.Read(Text(CallingRulesText.HoursField), dates, Text(CallingRulesText.ZoneField));
        _errors.Add(rules.Errors);
        return rules.IsSuccess ? rules.Value : CallingRules.None;
    }

    private Dictionary<string, string> ReadMapping()
    {
        var mapping = new Dictionary<string, string>();
        foreach (var (header, use) in _values[RequestFields.ColumnMapping.Name] as JsonObject ?? [])
        {
            if (use is JsonValue value && value.TryGetValue<string>(out var name))
                mapping[header] = name.Trim();
            else
                _errors.Add(RequestErrors.BadColumnUse(header));
        }

        return mapping;
    }

    private string? Text(string name) => (string?)_values[name];

    private static DateTimeOffset? Moment(string? text) => text is null ? null : StartTime.Parse(text).Value;
}
