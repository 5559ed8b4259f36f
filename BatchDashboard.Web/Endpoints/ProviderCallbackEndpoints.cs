using BatchDashboard.Core.Telephony.Bland;
using BatchDashboard.Web.Endpoints.OpenApi;
using Microsoft.OpenApi;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Where providers post what became of calls; they are known by their signature alone.</summary>
internal static class ProviderCallbackEndpoints
{
    public static void MapProviderCallbacks(this IEndpointRouteBuilder routes) =>
        routes.MapPost(BlandOptions.CallbackPath, TakeAsync).AllowAnonymous().DisableAntiforgery()
            .Describe(OperationTags.Callbacks, "Take a callback of Bland", "What became of a call, as Bland describes it, signed with the secret of the account.")
            .Takes(
                ParameterLocation.Header,
                BlandCallbacks.SignatureHeader,
                "HMAC-SHA256 of the body, in hexadecimal.",
                new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[0-9A-Fa-f]{64}$" })
            .TakesBody(required: true, "application/json", _ => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } })
            .AnswersBare(StatusCodes.Status200OK, "It is stored.")
            .AnswersBare(StatusCodes.Status202Accepted, "It is about a call that is none of ours so far.")
            .AnswersBare(StatusCodes.Status400BadRequest, "It describes no call.")
            .AnswersBare(StatusCodes.Status401Unauthorized, "Its signature is missing or wrong.")
            .AnswersBare(StatusCodes.Status413PayloadTooLarge, "It is larger than any description of a call.");

    private static async Task<IResult> TakeAsync(
        HttpRequest request, BlandCallbacks callbacks, CancellationToken cancellationToken)
    {
        if (await ReadAsync(request, cancellationToken) is not { } body)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        var signature = request.Headers[BlandCallbacks.SignatureHeader] is [var only] ? only : null;
        return await callbacks.TakeAsync(body, signature, cancellationToken) switch
        {
            BlandCallbackOutcome.Taken => Results.Ok(),
            BlandCallbackOutcome.UnknownCall => Results.Accepted(),
            BlandCallbackOutcome.Unreadable => Results.BadRequest(),
            _ => Results.Unauthorized(),
        };
    }

    /// <summary>Null: it is too long.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > BlandCallbacks.LargestBody)
            return null;
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > BlandCallbacks.LargestBody)
                return null;
        }

        return body.ToArray();
    }
}
