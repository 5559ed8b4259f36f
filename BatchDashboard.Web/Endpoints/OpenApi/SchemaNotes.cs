using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using BatchDashboard.Core;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BatchDashboard.Web.Endpoints.OpenApi;

/// <summary>Says of the types of answers what their properties do not say by themselves.</summary>
internal static class SchemaNotes
{
    private static readonly string?[] CallStatuses =
        [.. Enum.GetValues<CallStatus>().Select(CallWireNames.Status).Distinct()];

    private static readonly Dictionary<(Type, string), IEnumerable<string?>> Words = new()
    {
        [(typeof(BatchBody), "status")] = Of<BatchStatus>(),
        [(typeof(BatchBody), "source")] = Of<BatchSource>(),
        [(typeof(OlderBatchBody), "status")] = Of<BatchStatus>().Except([WireName.Of(BatchStatus.Cancelled)]),
        [(typeof(LogBody), "event_type")] = Of<LogEvent>(),
        [(typeof(CallBody), "status")] = CallStatuses,
        [(typeof(CallRowBody), "status")] = CallStatuses,
        [(typeof(CallBody), "queue_status")] = Enum.GetValues<CallStatus>().Select(CallWireNames.QueueStatus).Distinct(),
        [(typeof(CallRowBody), "queue_status")] = Enum.GetValues<CallStatus>().Select(CallWireNames.QueueStatus).Distinct(),
        [(typeof(CallBody), "answered_by")] = [.. CallWireNames.Answerers.Keys, null],
        [(typeof(CallRowBody), "answered_by")] = [.. CallWireNames.Answerers.Keys, null],
        [(typeof(AttemptBody), "answered_by")] = [.. CallWireNames.Answerers.Keys, null],
        [(typeof(AttemptBody), "status")] = Of<CallStatus>(),
        [(typeof(V1Refusal), "status")] = ["error"],
        [(typeof(CallListBody), "status")] = ["success"],
        [(typeof(OlderBatchListBody), "status")] = ["success"],
        [(typeof(OlderDoneBody), "status")] = ["success"],
        [(typeof(CreatedCallBody), "status")] = ["success"],
        [(typeof(CallAgainBody), "status")] = ["success"],
        [(typeof(MeBody), "status")] = ["active"],
        [(typeof(HealthBody), "status")] = ["live", "ready", "not_ready"],
    };

    public static Task TransformAsync(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonPropertyInfo is { } property)
        {
            if (Words.TryGetValue((property.DeclaringType, property.Name), out var words))
                schema.Enum = [.. words.Select(word => JsonValue.Create(word) ?? JsonNullSentinel.JsonNull)];
            // Their own converter hides the type of times.
            if (schema.Format == "date-time")
                schema.Type = JsonSchemaType.String | (Nullable.GetUnderlyingType(property.PropertyType) is null ? 0 : JsonSchemaType.Null);
            // What is declared as anything is there for other programs, and always null.
            if (property.PropertyType == typeof(object))
                schema.Type = JsonSchemaType.Null;
        }
        else if (schema.Properties is not null)
        {
            // Whatever is not left out when it is null is always there.
            schema.Required = context.JsonTypeInfo.Properties
                .Where(member => member.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), inherit: false) is not true)
                .Select(member => member.Name)
                .ToHashSet();
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<string?> Of<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(value => WireName.Of(value));
}
