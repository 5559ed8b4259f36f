using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchDashboard.Core.Telephony.Bland;

/// <summary>Writes what is posted to place a call: the recipient's settings, the number, and our key among the metadata.</summary>
internal static class BlandRequest
{
    /// <summary>The member of the metadata that holds the attempt's key; people never see it.</summary>
    public const string KeyName = "bd_attempt";

    private const string Metadata = "metadata";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="InvalidOperationException">A setting cannot be written as JSON.</exception>
    public static byte[] Write(CallPlacement placement, string? callbackUrl)
    {
        var body = placement.Settings.DeepClone().AsObject();
        body["phone_number"] = placement.To.E164;
        if (body[Metadata] is not JsonObject metadata)
            body[Metadata] = metadata = [];
        metadata[KeyName] = placement.Key.ToString();
        if (callbackUrl is not null)
            body["webhook"] = callbackUrl;
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, Plain))
            body.WriteTo(writer);
        return json.WrittenSpan.ToArray();
    }
}
