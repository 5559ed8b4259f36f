using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace BatchDashboard.Tests.Endpoints.OpenApi;

/// <summary>Makes requests of the document's own examples and parameters, and bends them; the same at every run.</summary>
internal sealed class BentRequests(ApiContract contract, string[] ids, int seed)
{
    private const int OfEachWithBody = 40;
    private const int OfEachOther = 8;

    /// <summary>Values as JSON.</summary>
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "0.5", "2147483648", "-9223372036854775809", "99999999999999999999999", "1e400", "1e-400", "1E5",
        "[]", "{}", "[null]", "[[]]", "\"\"", "\" \"", "\"true\"", "\"NaN\"", "\"-5\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\uffff\"",
        "\"😀\u202e\u0301\"", "\"{{\"", "\"{{a}}\"", "\"http://[\"", "\"https://127.0.0.1:99999/\"", "\"2026-02-30\"",
        "\"9999-12-31 23:59:59 -14:00\"", "\"0001-01-01T00:00:00+14:00\"", "\"+1\"", "\"tel:+12125550123;ext=9\"", "\"../..\"",
        "\"Etc/GMT+99\"", $"\"{new string('x', 60_000)}\"", Nested("[", "]", 33), Nested("[", "]", 200), Nested("{\"a\":", "}", 70),
        "{\"a\":1,\"a\":2}", "{\"\":\"\"}", "[1,\"a\",null,{}]",
    ];

    /// <summary>Values as text.</summary>
    private static readonly string[] Words =
    [
        "", " ", "0", "-1", "1", "2147483647", "2147483648", "1e9", "NaN", "true", "maybe", "null", "a,b", ",", "'\";--", "%", "_", "\u202e",
        "😀", "\uffff", "0001-01-01", "9999-12-31T23:59:59.9999999Z", "2026-02-30", "+12125550123", "+999999999999999", "..%2f..", "list",
        Guid.Empty.ToString(), new('9', 500),
    ];

    private readonly Random _random = new(seed);

    /// <summary>Requests, and what they are for whoever must repeat them.</summary>
    public IEnumerable<(HttpRequestMessage Request, string Told)> Of(ApiOperation operation)
    {
        for (var left = operation.JsonBody is null ? OfEachOther : OfEachWithBody; left > 0; left--)
        {
            var id = _random.Next(3) == 0 ? Uri.EscapeDataString(Pick(Words) is { Length: > 0 } word ? word : "-") : Pick(ids);
            var address = operation.Path.Replace("{id}", id, StringComparison.Ordinal) + Query(operation);
            var request = new HttpRequestMessage(new HttpMethod(operation.Method), address);
            var body = operation.JsonBody is { } told ? Body(told) : null;
            if (body is not null)
            {
                request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                if (_random.Next(10) == 0)
                    request.Headers.TryAddWithoutValidation("Idempotency-Key", new string('k', _random.Next(1, 300)));
            }

            yield return (request, $"{operation.Method} {address}\n{body?[..Math.Min(body.Length, 2000)]}");
        }
    }

    private string Query(ApiOperation operation)
    {
        var given = operation.Queries.Where(_ => _random.Next(4) == 0).Select(parameter =>
            $"{parameter["name"]}={Uri.EscapeDataString(_random.Next(4) == 0 ? Boundary(parameter["schema"]!) : Pick(Words))}");
        return "?" + string.Join('&', given);
    }

    private string Boundary(JsonNode schema) =>
        schema[Pick("minimum", "maximum")] is { } limit ? $"{(long)limit + _random.Next(-1, 2)}" : Pick(Words);

    private string Body(JsonObject told)
    {
        var body = told["example"]!.DeepClone().AsObject();
        var schema = contract.Resolve(told["schema"]!);
        var bends = new List<string>();
        for (var left = _random.Next(1, 3); left > 0; left--)
            Bend(body, schema, bends);
        var text = body.ToJsonString();
        for (var bend = 0; bend < bends.Count; bend++)
            text = text.Replace($"\"@{bend}\"", bends[bend], StringComparison.Ordinal);
        return _random.Next(12) switch
        {
            0 => text[.._random.Next(text.Length)],
            1 => text + Pick("}", " x", "\0", "{}"),
            2 => Pick(Values),
            _ => text,
        };
    }

    /// <summary>Puts a strange value, by its number, where the schema knows a member, or takes one away, or adds one nobody knows.</summary>
    private void Bend(JsonObject value, JsonObject schema, List<string> bends)
    {
        var members = schema["properties"] as JsonObject ?? [];
        var name = members.Count > 0 && _random.Next(12) > 0 ? Pick([.. members.Select(member => member.Key)]) : Pick("x", "", "__proto__", "a.b");
        var inner = members[name] is { } known ? contract.Resolve(known) : [];
        var choice = _random.Next(10);
        if (choice == 0)
            value.Remove(name);
        else if (choice < 6 && value[name] is JsonObject part)
            Bend(part, inner, bends);
        else if (choice < 6 && value[name] is JsonArray { Count: > 0 } items && items[0] is JsonObject item && inner["items"] is { } of)
            Bend(item, contract.Resolve(of), bends);
        else
        {
            value[name] = $"@{bends.Count}";
            bends.Add(Pick(Values));
        }
    }

    private T Pick<T>(params T[] of) => of[_random.Next(of.Length)];

    private static string Nested(string open, string close, int depth) =>
        string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
}
