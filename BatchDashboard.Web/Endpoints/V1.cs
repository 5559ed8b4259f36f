using BatchDashboard.Core;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Makes the flat replies of <c>/v1</c>.</summary>
internal static class V1
{
    public static JsonHttpResult<T> Ok<T>(T body) => TypedResults.Json(body, ApiJson.Options);

    public static JsonHttpResult<V1Refusal> Refused(IReadOnlyList<Error> errors)
    {
        string[] sentences = [.. errors.Select(ApiError.Sentence)];
        return TypedResults.Json(
            new V1Refusal("error", sentences[0], sentences), ApiJson.Options, statusCode: ApiError.StatusOf(errors[0]));
    }
}
