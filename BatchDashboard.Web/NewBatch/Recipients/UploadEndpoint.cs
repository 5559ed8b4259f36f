using BatchDashboard.Core.NewBatch;
using BatchDashboard.Web.Account;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace BatchDashboard.Web.NewBatch.Recipients;

/// <summary>Takes the file of a draft as the plain body of a request, past the circuit, and gives it back.</summary>
internal static class UploadEndpoint
{
    private const string FileNameHeader = "X-File-Name";

    public static void MapUploads(this IEndpointRouteBuilder routes)
    {
        var uploads = routes.MapGroup("/uploads/{draftId:guid}").RequireAuthorization(Policies.SignedIn);
        uploads.MapPost("", ReceiveAsync);
        uploads.MapGet("", ReturnAsync);
    }

    private static async Task<IResult> ReceiveAsync(
        Guid draftId, HttpContext context, IAntiforgery antiforgery, DraftUploads uploads)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return Refuse(StatusCodes.Status400BadRequest, "The page had expired. Reload it and choose the file again.");
        // The limit is ours to explain; the server's own would only cut the connection.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;

        try
        {
            var received = await uploads.ReceiveAsync(
                draftId,
                context.User.Identity!.Name!,
                FileNameOf(context.Request),
                context.Request.Body,
                context.Request.ContentLength,
                context.RequestAborted);
            return received.IsSuccess
                ? Results.NoContent()
                : Refuse(StatusCodes.Status422UnprocessableEntity, received.Error.Message);
        }
        catch (Exception exception) when (exception is OperationCanceledException or BadHttpRequestException or ConnectionResetException)
        {
            // Somebody has cancelled the upload, or left: no failure of ours, and nobody waits for an answer.
            return Results.Empty;
        }
    }

    /// <summary>The file as it came, under the name it came with.</summary>
    private static async Task<IResult> ReturnAsync(
        Guid draftId, HttpContext context, DraftService drafts, DraftFiles files)
    {
        var draft = await drafts.GetAsync(draftId, context.User.Identity!.Name!, context.RequestAborted);
        return draft is { IsSuccess: true, Value.Source: { } source } && File.Exists(files.PathOf(source.StoredAs))
            ? Results.File(files.PathOf(source.StoredAs), "application/octet-stream", source.FileName)
            : Results.NotFound();
    }

    internal static string FileNameOf(HttpRequest request) =>
        Uri.UnescapeDataString(request.Headers[FileNameHeader].ToString());

    internal static IResult Refuse(int status, string message) => Results.Json(new { message }, statusCode: status);
}
