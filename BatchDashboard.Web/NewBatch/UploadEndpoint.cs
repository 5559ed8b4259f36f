using BatchDashboard.Core.NewBatch;
using BatchDashboard.Web.Account;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace BatchDashboard.Web.NewBatch;

/// <summary>Takes the file of a draft as the plain body of a request, past the circuit.</summary>
internal static class UploadEndpoint
{
    private const string FileNameHeader = "X-File-Name";

    public static void MapUploads(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/uploads/{draftId:guid}", ReceiveAsync).RequireAuthorization(Policies.SignedIn);

    private static async Task<IResult> ReceiveAsync(
        Guid draftId, HttpContext context, IAntiforgery antiforgery, DraftUploads uploads)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return Refuse(StatusCodes.Status400BadRequest, "The page had expired. Reload it and choose the file again.");
        // The limit is ours to explain; the server's own would only cut the connection.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;

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

    internal static string FileNameOf(HttpRequest request) =>
        Uri.UnescapeDataString(request.Headers[FileNameHeader].ToString());

    internal static IResult Refuse(int status, string message) => Results.Json(new { message }, statusCode: status);
}
