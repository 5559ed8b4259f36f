using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.Imports;

/// <summary>Turns the call objects of an API request, one JSON object per line, into recipients.</summary>
internal sealed class EntryRowReader(RecipientGate gate)
{
    private const string PhoneNumberKey = "phone_number";

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // A node tree cannot hold a key twice and would throw much later.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private int _entry;

    /// <param name="line">The next one of the request.</param>
    public void Read(string line, ImportGroup group)
    {
        _entry++;
        var call = Parse(line) ?? throw new SourceUnreadableException(SourceErrors.EntryUnreadable(_entry));
        if (!call.TryGetPropertyValue(PhoneNumberKey, out var cell))
            throw new SourceUnreadableException(SourceErrors.EntryWithoutNumber(_entry));

        var text = Text(cell);
        var startTime = Text(call["start_time"]);
        var (number, problem) = gate.Check(text, Text(call["from"]));
        if (number is null)
            Skip(line, text, problem! with { Field = PhoneNumberKey }, group);
        else if (RowStartTime.Read(startTime) is var notBefore && !notBefore.IsSuccess)
            Skip(line, startTime, notBefore.Error, group);
        else if (gate.CheckDuplicate(number.Value, _entry) is { } duplicate)
            Skip(line, text, duplicate with { Field = PhoneNumberKey }, group);
        else
        {
            call.Remove(PhoneNumberKey);
            Encoding.UTF8.GetBytes(call.ToJsonString(Json), group.Data);
            group.AddReady(_entry, number.Value, notBefore.Value);
        }
    }

    private void Skip(string line, string value, Error problem, ImportGroup group)
    {
        Encoding.UTF8.GetBytes(line, group.Data);
        group.AddSkipped(
            new SkippedRow(_entry, problem.Field ?? "", CellExcerpt.Of(value), problem.Code, problem.Message), []);
    }

    private static JsonObject? Parse(string line)
    {
        try
        {
            return JsonNode.Parse(line, documentOptions: Strict) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Numbers are accepted where strings are meant, and null is blank.</summary>
    private static string Text(JsonNode? node) => node switch
    {
        null => "",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => node.ToJsonString(Json),
    };
}
