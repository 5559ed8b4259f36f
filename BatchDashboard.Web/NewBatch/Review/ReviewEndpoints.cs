using System.Text.Json;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.NewBatch.Review;
using BatchDashboard.Web.Account;
using BatchDashboard.Web.NewBatch.Recipients;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace BatchDashboard.Web.NewBatch.Review;

/// <summary>Rejected rows out as a file, and corrected ones in, past the circuit.</summary>
internal static class ReviewEndpoints
{
    public static void MapReviews(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/uploads/{draftId:guid}").RequireAuthorization(Policies.SignedIn);
        group.MapGet("/rejected.csv", WriteRejectedAsync);
        group.MapPost("/corrected", ReceiveCorrectedAsync);
    }

    private static async Task<IResult> WriteRejectedAsync(
        Guid draftId, HttpContext context, DraftService drafts, RejectedRows rejected)
    {
        var draft = await drafts.GetAsync(draftId, context.User.Identity!.Name!, context.RequestAborted);
        return draft is { IsSuccess: true, Value.Source: not null }
            ? Results.Stream(
                body => rejected.WriteAsync(draft.Value, body, context.RequestAborted), "text/csv; charset=utf-8", "rejected-rows.csv")
            : Results.NotFound();
    }

    private static async Task<IResult> ReceiveCorrectedAsync(
        Guid draftId, HttpContext context, IAntiforgery antiforgery, CorrectedRows corrected)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
            return UploadEndpoint.Refuse(StatusCodes.Status400BadRequest, "The page had expired. Reload it and choose the file again.");
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        var received = await corrected.ReceiveAsync(
            draftId,
            context.User.Identity!.Name!,
            UploadEndpoint.FileNameOf(context.Request),
            context.Request.Body,
            context.Request.ContentLength,
            context.RequestAborted);
        return received.IsSuccess
            ? Results.Json(received.Value, JsonSerializerOptions.Web)
            : UploadEndpoint.Refuse(StatusCodes.Status422UnprocessableEntity, received.Error.Message);
    }
}
