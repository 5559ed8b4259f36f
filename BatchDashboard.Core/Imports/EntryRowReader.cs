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

    public ImportedRow Read(string line, int entry)
    {
        var call = Parse(line) ?? throw new SourceUnreadableException(SourceErrors.EntryUnreadable(entry));
        if (!call.TryGetPropertyValue(PhoneNumberKey, out var cell))
            throw new SourceUnreadableException(SourceErrors.EntryWithoutNumber(entry));

        var text = Text(cell);
        var (number, problem) = gate.Check(text, Text(call["from"]));
        if (number is null)
            return Skip(entry, line, text, problem! with { Field = PhoneNumberKey });

        var startTime = Text(call["start_time"]);
        var notBefore = RowStartTime.Read(startTime);
        if (!notBefore.IsSuccess)
            return Skip(entry, line, startTime, notBefore.Error);
        if (gate.CheckDuplicate(number.Value, entry) is { } duplicate)
            return Skip(entry, line, text, duplicate with { Field = PhoneNumberKey });

        call.Remove(PhoneNumberKey);
        return new ImportedRow(entry, number, call.ToJsonString(Json), notBefore.Value);
    }

    private static ImportedRow Skip(int entry, string line, string value, Error problem) => new(
        entry,
        null,
        line,
        null,
        new RowProblem(problem.Code, problem.Field ?? "", CellExcerpt.Of(value), problem.Message, line));

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
