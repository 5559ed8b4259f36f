using System.Text;
using System.Text.Json;

namespace BatchDashboard.Core.Telephony.Bland;

/// <summary>Finds the provider's own words in a refusal.</summary>
internal static class BlandWords
{
    private const int MaxLength = 300;

    /// <summary>One line of reasonable length without the account's key; null when nothing is said.</summary>
    public static string? Of(ReadOnlyMemory<byte> body, string key)
    {
        var said = BlandJson.Parse(body) is { } json ? Said(json) : Plain(body.Span);
        if (said is null)
            return null;
        var line = string.Join(' ', said.Replace(key, "…", StringComparison.Ordinal)
            .Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        line = string.Concat(line.Where(character => !char.IsControl(character)));
        return line.Length <= MaxLength ? line : $"{line.AsSpan(0, MaxLength)}…";
    }

    private static string? Said(JsonElement reply)
    {
        string[] errors = [.. reply.Member("errors").Items().Select(One).OfType<string>()];
        var message = One(reply) ?? One(reply.Member("error"));
        // A list of errors says more than the headline over it.
        return errors.Length > 0 ? string.Join(' ', message is null ? errors : errors.Prepend(message).Distinct()) : message;
    }

    private static string? One(JsonElement error) =>
        error.Text() ?? error.Member("message").Text() ?? error.Member("error").Text();

    /// <summary>A page of a proxy says nothing to people.</summary>
    private static string? Plain(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body).Trim();
        return text.Length is 0 or > 2 * MaxLength || text.Contains('<', StringComparison.Ordinal) ? null : text;
    }
}
