using BatchDashboard.Core;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Makes the replies of <c>/v2</c>.</summary>
internal static class V2
{
    public const string InvalidRequest = "INVALID_REQUEST";

    public static JsonHttpResult<V2Reply<T>> Ok<T>(T data, string? nextCursor = null) =>
        TypedResults.Json(new V2Reply<T>(data) { NextCursor = nextCursor }, ApiJson.Options);

    /// <summary>Done, and there is nothing to tell.</summary>
    public static JsonHttpResult<V2Reply<object?>> Done() => TypedResults.Json(new V2Reply<object?>(null), ApiJson.Options);

    public static JsonHttpResult<V2Refusal> Refused(
        IReadOnlyList<Error> errors, string validationCode = InvalidRequest) =>
        TypedResults.Json(
            new V2Refusal([.. errors.Select(error => ApiError.Of(error, validationCode))]),
            ApiJson.Options,
            statusCode: ApiError.StatusOf(errors[0]));
}
