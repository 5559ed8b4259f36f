using System.Net;
using System.Net.Http.Headers;

namespace BatchDashboard.Core.Telephony.Bland;

/// <summary>A JSON body that can be sent once, whatever the layers below try, and that knows whether it has begun to leave.</summary>
internal sealed class OnceContent : HttpContent
{
    private readonly byte[] _json;
    private int _turns;

    public OnceContent(byte[] json)
    {
        _json = json;
        Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
    }

    /// <summary>False: whoever it was for cannot have read a byte of it.</summary>
    public bool HasLeft => Volatile.Read(ref _turns) > 0;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _turns) > 1)
            throw new HttpRequestException("A placement is sent once.");
        await stream.WriteAsync(_json, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}
