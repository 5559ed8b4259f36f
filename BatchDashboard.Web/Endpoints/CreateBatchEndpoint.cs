using BatchDashboard.Core.Batches.Requests;
using BatchDashboard.Web.Account;
using BatchDashboard.Web.Endpoints.OpenApi;
using Microsoft.AspNetCore.Mvc;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Makes a batch, of JSON or of a CSV file.</summary>
internal static class CreateBatchEndpoint
{
    private const string ValidationError = "BATCH_V2_CREATE_VALIDATION_ERROR";

    private static readonly string[] Paths = ["/v2/batches/create", "/v2/batches", "/v1/batches"];

    public static void MapCreateBatch(this IEndpointRouteBuilder routes)
    {
        foreach (var path in Paths)
        {
            // The limit is our own, and counts while the body streams into a file.
            routes.MapPost(path, CreateAsync).RequireAuthorization(Policies.ApiKeyOnly, Policies.Launch)
                .WithMetadata(new DisableRequestSizeLimitAttribute())
                .Describe(OperationTags.Batches, path == Paths[0] ? "Create a batch" : $"Create a batch at {path}", "Makes a batch of call objects, or of a file of recipients; all paths do the same.")
                .TakesIdempotencyKey().TakesJson(RequestSchemas.CreateBatch, Examples.CreateBatch).TakesFile()
                .Answers<V2Reply<CreatedBatch>>("The batch is stored and on its way.", Examples.CreatedBatch)
                .Refuses<V2Refusal>(400, 409, 413, 415);
        }
    }

    private static async Task<IResult> CreateAsync(
        HttpRequest request, ReceivedFiles files, BatchRequestService batches, CancellationToken cancellationToken)
    {
        var requester = request.Requester();
        if (!requester.IsSuccess)
            return V2.Refused(requester.Errors, ValidationError);
        var received = await RequestReceiver.ReceiveAsync(request, files, cancellationToken);
        if (!received.IsSuccess)
            return V2.Refused(received.Errors, ValidationError);
        using var parts = received.Value;
        var batch = parts.File is { } file
            ? await batches.CreateAsync(parts.Body, file, requester.Value, cancellationToken)
            : await batches.CreateAsync(parts.Body, requester.Value, cancellationToken);
        return batch.IsSuccess ? V2.Ok(new CreatedBatch(batch.Value.Value)) : V2.Refused(batch.Errors, ValidationError);
    }
}
