using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.Batches.Requests;

/// <summary>
/// Checks the call objects of a request and writes them, one a line and in their normal form, as a batch's source.
/// </summary>
internal sealed class CallObjectWriter(Stream target, int maxRows)
{
    private const string PhoneNumber = "phone_number";

    private static readonly JsonSerializerOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ErrorList _errors = new(RequestBodyReader.CallObjects);

    public int Count { get; private set; }

    /// <summary>Path of the first call object that has nothing of its own to say.</summary>
    public string? FirstSpeechless { get; private set; }

    /// <summary>What was given somewhere and has no effect.</summary>
    public SortedSet<string> Ignored { get; } = [];

    /// <summary>The settings that have a value somewhere.</summary>
    public SortedSet<string> Given { get; } = [];

    public IReadOnlyList<Error> Errors => _errors.All;

    /// <summary>Why the rest need not be read: there are more than may be.</summary>
    public async ValueTask<Error?> AddAsync(JsonNode? entry, CancellationToken cancellationToken)
    {
        if (Count == maxRows)
            return SourceErrors.TooManyRows(maxRows) with { Field = RequestBodyReader.CallObjects };
        var field = $"call_objects[{Count}]";
        Count++;
        if (entry is not JsonObject call)
            _errors.Add(RequestErrors.NotACallObject(field));
        else if (SettingsDocument.Read(call, field) is var document && !document.IsSuccess)
            _errors.Add(document.Errors);
        else
            await WriteAsync(call, document.Value, field, cancellationToken);
        return null;
    }

    private async ValueTask WriteAsync(
        JsonObject call, SettingsDocument document, string field, CancellationToken cancellationToken)
    {
        Ignored.UnionWith(document.Ignored);
        Given.UnionWith(document.Settings.Select(setting => setting.Key));
        if (!Instructions.AreIn(document.Settings))
            FirstSpeechless ??= field;
        var line = document.Settings;
        // Without the key the whole batch fails later, as it does where these programs come from.
        if (call.TryGetPropertyValue(PhoneNumber, out var number))
            line.Insert(0, PhoneNumber, number?.DeepClone());
        await JsonSerializer.SerializeAsync(target, line, Readable, cancellationToken);
        target.WriteByte((byte)'\n');
    }
}
