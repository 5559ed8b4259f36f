using BatchDashboard.Core.Compliance;
using BatchDashboard.Web.Account;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace BatchDashboard.Web.DoNotCall;

/// <summary>Takes the file of the import form as it streams in and leads on to the page that imports it.</summary>
internal static class UploadEndpoint
{
    public const string TokenPart = "__RequestVerificationToken";
    public const string FilePart = "file";

    public static void MapDoNotCallUpload(this IEndpointRouteBuilder routes) =>
        routes.MapPost(DoNotCallAddress.Uploads, ReceiveAsync).RequireAuthorization(Policies.SignedIn);

    private static async Task<IResult> ReceiveAsync(HttpContext context, IAntiforgery antiforgery, DoNotCallFiles files)
    {
        // The limit is ours to explain; the server's own would only cut the connection.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0, Value: { } boundary })
            return Refuse(UploadRefusal.NoFile);

        var reader = new MultipartReader(boundary, context.Request.Body);
        // The form sends its token first. As a header it is checked without the rest of the body.
        if (await NextAsync(reader, TokenPart, context.RequestAborted) is not { } token)
            return Refuse(UploadRefusal.Expired);
        context.Request.Headers["RequestVerificationToken"] = await token.ReadAsStringAsync(context.RequestAborted);
        if (!await antiforgery.IsRequestValidAsync(context))
            return Refuse(UploadRefusal.Expired);
        if (await NextAsync(reader, FilePart, context.RequestAborted) is not { } file
            || file.GetContentDispositionHeader()?.FileName is not { Length: > 0 } name)
            return Refuse(UploadRefusal.NoFile);

        var received = await files.ReceiveAsync(file.Body, context.RequestAborted);
        // To its end, also when it is refused: a browser shows no answer while it still sends.
        await reader.ReadNextSectionAsync(context.RequestAborted);
        return received.IsSuccess
            ? Results.LocalRedirect(PageAddress.Of(
                $"{DoNotCallAddress.Import}/{received.Value}", ("name", HeaderUtilities.RemoveQuotes(name).Value)))
            : Refuse(UploadRefusal.TooLarge);
    }

    /// <summary>The next part, if it has this name.</summary>
    private static async Task<MultipartSection?> NextAsync(
        MultipartReader reader, string name, CancellationToken cancellationToken)
    {
        var section = await reader.ReadNextSectionAsync(cancellationToken);
        return HeaderUtilities.RemoveQuotes(section?.GetContentDispositionHeader()?.Name ?? default) == name ? section : null;
    }

    private static IResult Refuse(UploadRefusal why) =>
        Results.LocalRedirect(PageAddress.Of(DoNotCallAddress.Import, ("refused", why.ToString().ToLowerInvariant())));
}
