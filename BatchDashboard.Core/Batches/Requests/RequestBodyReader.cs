using System.Text.Json;
using System.Text.Json.Nodes;
using BatchDashboard.Core.CallSettings;

namespace BatchDashboard.Core.Batches.Requests;

/// <summary>Reads the JSON of a request for a batch: its fields, and its call objects one by one.</summary>
internal sealed class RequestBodyReader(Stream body, CallObjectWriter? callObjects)
{
    public const string CallObjects = "call_objects";

    /// <summary>Of one field or one call object; keeps memory flat.</summary>
    private const int MaxValueBytes = 2 * 1024 * 1024;

    private const int MaxFields = 100;

    private readonly JsonStream _json = new(body, MaxValueBytes);
    private readonly HashSet<string> _seen = [];
    private readonly JsonObject _fields = [];
    private string _place = "The body";

    /// <summary>All fields but the call objects.</summary>
    public async Task<Result<JsonObject>> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReadMembersAsync(cancellationToken) is { } error ? error : _fields;
        }
        catch (JsonException broken)
        {
            return RequestErrors.Malformed(Reason(broken), broken.LineNumber ?? 0, broken.BytePositionInLine ?? 0);
        }
        catch (ValueTooLargeException)
        {
            return RequestErrors.ValueTooLarge(_place, MaxValueBytes);
        }
        // How the library reports half a surrogate pair in a name.
        catch (InvalidOperationException)
        {
            return RequestErrors.BrokenCharacter();
        }
    }

    private async ValueTask<Error?> ReadMembersAsync(CancellationToken cancellationToken)
    {
        if (await _json.ReadTokenAsync(cancellationToken) != JsonTokenType.StartObject)
            return RequestErrors.NotAnObject();
        while (await _json.ReadTokenAsync(cancellationToken) == JsonTokenType.PropertyName)
        {
            _place = _json.Name;
            if (!_seen.Add(_place))
                return RequestErrors.MemberTwice(_place);
            if (_seen.Count > MaxFields)
                return RequestErrors.TooManyFields(MaxFields);
            var error = _place == CallObjects && callObjects is not null
                ? await ReadCallObjectsAsync(callObjects, cancellationToken)
                : await ReadFieldAsync(_place, cancellationToken);
            if (error is not null)
                return error;
        }

        // Asks for the end, so that anything behind the object is found.
        await _json.ReadTokenAsync(cancellationToken);
        return null;
    }

    private async ValueTask<Error?> ReadFieldAsync(string name, CancellationToken cancellationToken)
    {
        var (_, value) = await _json.ReadValueAsync(cancellationToken);
        var copy = JsonTree.Copy(value);
        if (!copy.IsSuccess)
            return RequestErrors.Unreadable(name);
        _fields[name] = copy.Value;
        return null;
    }

    private async ValueTask<Error?> ReadCallObjectsAsync(CallObjectWriter writer, CancellationToken cancellationToken)
    {
        var opening = await _json.ReadTokenAsync(cancellationToken);
        if (opening == JsonTokenType.Null)
            return null;
        if (opening != JsonTokenType.StartArray)
            return RequestErrors.NotAList();
        while (true)
        {
            _place = $"{CallObjects}[{writer.Count}]";
            var (isEndOfList, entry) = await _json.ReadValueAsync(cancellationToken);
            if (isEndOfList)
                return null;
            if (await writer.AddAsync(entry, cancellationToken) is { } error)
                return error;
        }
    }

    /// <summary>The first sentence; the others are for whoever calls the library.</summary>
    private static string Reason(JsonException broken) => broken.Message.Split(". ")[0] + ".";
}
