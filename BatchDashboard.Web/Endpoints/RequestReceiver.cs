using BatchDashboard.Core;
using BatchDashboard.Core.Batches.Requests;
using Microsoft.Net.Http.Headers;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Stores the body of a request for a batch, whatever its kind.</summary>
internal static class RequestReceiver
{
    public static async Task<Result<ReceivedRequest>> ReceiveAsync(
        HttpRequest request, ReceivedFiles files, CancellationToken cancellationToken)
    {
        if (files.Refuse(request.ContentLength) is { } tooLarge)
            return tooLarge;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            return BodyErrors.UnsupportedType(request.ContentType);
        if (type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return await new MultipartReceiver(request, files).ReceiveAsync(type, cancellationToken);
        if (!IsJson(type))
            return BodyErrors.UnsupportedType(request.ContentType);
        var body = await files.SaveAsync(request.Body, ".json", name: null, cancellationToken);
        return body.IsSuccess ? new ReceivedRequest(body.Value, File: null) : body.Error;
    }

    private static bool IsJson(MediaTypeHeaderValue type) =>
        (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));
}
