using System.Globalization;
using System.Text.Json;
using BatchDashboard.Core;

namespace BatchDashboard.Web.Endpoints;

/// <summary>What can be wrong with the form of a request, before anything it says is looked at.</summary>
internal static class BodyErrors
{
    public const string UnsupportedCode = "UNSUPPORTED_MEDIA_TYPE";

    private const string BadBody = "bad_body";

    public static Error UnsupportedType(string? given) => new(
        UnsupportedCode,
        $"The Content-Type {Quoted(given)} is not understood here. Send application/json in UTF-8, or " +
        "multipart/form-data with the parts file and request.",
        "Content-Type");

    public static Error NoBoundary(int longest) => new(
        BadBody,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The Content-Type multipart/form-data must name its boundary, of at most {longest} characters."),
        "Content-Type");

    public static Error BrokenMultipart() => new(
        BadBody, "The multipart body is broken or ends too early. Send the parts file and request.");

    public static Error UnknownPart(string? name) => new(
        BadBody, $"The part {Quoted(name)} is not expected. Send the parts file and request.", name);

    public static Error PartTwice(string name) => new(BadBody, $"The part {name} was sent twice. Send it once.", name);

    public static Error NoPart(string name, string what) => new(
        BadBody, $"The part {name} is missing. It holds {what}.", name);

    public static Error Malformed(JsonException broken) => new(
        BadBody,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The body is not valid JSON at line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}."));

    public static Error NotAnObject() => new(BadBody, "The body must be a JSON object such as {\"hang_up\": true}.");

    public static Error TooLong(int maxBytes) => new(
        Core.Batches.Requests.RequestErrors.BodyTooLargeCode, $"The body is longer than {maxBytes} bytes.");

    public static Error NotTrueOrFalse(string field) => new(BadBody, $"{field} must be true or false.", field);

    private static string Quoted(string? text) => $"\"{Shortened.Of(text ?? "")}\"";
}
