using System.Text.Json.Serialization;
using BatchDashboard.Core;
using BatchDashboard.Core.Batches.Requests;

namespace BatchDashboard.Web.Endpoints;

/// <summary>One problem in a reply of <c>/v2</c>.</summary>
internal sealed record ApiError(
    string Error,
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Field = null)
{
    // A request can have fields with names as long as itself, and none of it needs to be sent back.
    private const int LongestField = 200;
    private const int LongestMessage = 1000;

    /// <param name="validationCode">The code of everything that is wrong with the request itself.</param>
    public static ApiError Of(Error error, string validationCode) => new(
        StatusOf(error) == StatusCodes.Status400BadRequest ? validationCode : error.Code,
        Sentence(error),
        error.Field is null ? null : Shortened.Of(error.Field, LongestField));

    public static int StatusOf(Error error) => error.Code switch
    {
        "BATCH_NOT_FOUND" or "CALL_NOT_FOUND" => StatusCodes.Status404NotFound,
        "BATCH_FINISHED" or "BATCH_CANCELLED" or "CALL_DECIDED" or "CALL_NOT_IN_REVIEW" or "CALL_BEING_PLACED" or "CALL_IN_REVIEW" or RequestErrors.KeyReusedCode =>
            StatusCodes.Status409Conflict,
        "PROVIDER_UNAVAILABLE" => StatusCodes.Status503ServiceUnavailable,
        RequestErrors.BodyTooLargeCode => StatusCodes.Status413PayloadTooLarge,
        BodyErrors.UnsupportedCode => StatusCodes.Status415UnsupportedMediaType,
        _ => StatusCodes.Status400BadRequest,
    };

    /// <summary>The message, led by its field where the request is at fault and it does not name it.</summary>
    public static string Sentence(Error error)
    {
        var message = Shortened.Of(error.Message, LongestMessage);
        return error.Field is { Length: > 0 } field
            && StatusOf(error) == StatusCodes.Status400BadRequest
            && !error.Message.Contains(field, StringComparison.Ordinal)
                ? $"{Shortened.Of(field, LongestField)}: {message}"
                : message;
    }
}
