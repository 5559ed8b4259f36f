using System.Text.Json;
using BatchDashboard.Core;
using BatchDashboard.Core.Batches.Requests;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Reads the short JSON bodies that go with a command; no body at all is fine.</summary>
internal static class SmallBody
{
    private const int MaxBytes = 64 * 1024;

    /// <summary>A member that is true or false; false when it is missing.</summary>
    public static async Task<Result<bool>> ReadFlagAsync(
        HttpRequest request, string name, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var buffer = new byte[4096];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > MaxBytes)
                return BodyErrors.TooLong(MaxBytes);
        }

        return body.Length == 0 ? false : ReadFlag(body.ToArray(), name);
    }

    private static Result<bool> ReadFlag(byte[] body, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return BodyErrors.NotAnObject();
            if (json.RootElement.EnumerateObject().Count(member => member.NameEquals(name)) > 1)
                return RequestErrors.MemberTwice(name);
            if (!json.RootElement.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
                return false;
            return bool.TryParse(value.ToString(), out var flag) ? flag : BodyErrors.NotTrueOrFalse(name);
        }
        catch (JsonException broken)
        {
            return BodyErrors.Malformed(broken);
        }
        // How the library reports half a surrogate pair, and bytes that are no UTF-8.
        catch (InvalidOperationException)
        {
            return RequestErrors.BrokenCharacter();
        }
    }
}
