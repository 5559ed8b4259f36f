using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BatchDashboard.Web.Endpoints.OpenApi;

/// <summary>What the document says about itself, the key, and the bodies that requests have.</summary>
internal static class WholeDocument
{
    public static readonly string[] KeySchemes = ["key", "bearer"];

    private static readonly (string Name, string Description)[] Tags =
    [
        (OperationTags.Batches, "Make batches, watch them, and stop, pause or resume them."),
        (OperationTags.Calls, "Single calls, and what became of each."),
        (OperationTags.Dialling, "The switch that stops all dialling of this installation."),
        (OperationTags.Older, "The older shapes of batches, flat, for the programs that were written for them."),
        (OperationTags.Account, "What stands behind a key."),
        (OperationTags.Health, "Whether the program lives and can work; open to all."),
        (OperationTags.Callbacks, "Where providers post what became of calls, signed."),
    ];

    public static Task TransformAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "BatchDashboard",
            Version = "v1",
            Description =
                "Batches of calls for programs. `/v2` wraps its answers, `{\"data\": …, \"errors\": null}`; `/v1` is flat. " +
                "Every refusal names the field that is at fault where there is one.",
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Tags = Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }).ToHashSet();
        AddKeys(document);
        RequestSchemas.AddTo(document);
        foreach (var (_, reply) in document.Components!.Schemas!.Where(schema => schema.Key.StartsWith("V2ReplyOf", StringComparison.Ordinal)))
        {
            // A generic parameter may be null as far as its type tells; what was answered is there.
            var properties = ((OpenApiSchema)reply).Properties!;
            if (properties["data"].OneOf is [.., var data])
                properties["data"] = data;
            else if (properties["data"] is OpenApiSchema { Items: not null } list)
                list.Type = JsonSchemaType.Array;
        }

        // Rows, or whole calls when transcripts were asked for.
        var older = (OpenApiSchema)document.Components!.Schemas!["OlderBatch"].Properties!["call_data"];
        older.Items = new OpenApiSchema
        {
            AnyOf = [new OpenApiSchemaReference("CallRow", document), new OpenApiSchemaReference("Call", document)],
        };
        return Task.CompletedTask;
    }

    private static void AddKeys(OpenApiDocument document)
    {
        document.AddComponent<IOpenApiSecurityScheme>(KeySchemes[0], new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = "authorization",
            Description = "The key alone, as in `authorization: <key>`.",
        });
        document.AddComponent<IOpenApiSecurityScheme>(KeySchemes[1], new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "The same key, as in `authorization: Bearer <key>`.",
        });
    }
}
