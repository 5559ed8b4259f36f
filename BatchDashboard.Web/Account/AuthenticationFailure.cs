namespace BatchDashboard.Web.Account;

/// <summary>What a program reads when its key is missing or wrong.</summary>
internal static class AuthenticationFailure
{
    private const string Body =
        """{"data":null,"errors":[{"error":"AUTH_FAILURE","message":"Unauthorized"}]}""";

    public static Task AnswerAsync(HttpResponse response)
    {
        // A policy with two schemes challenges with both.
        if (response.HasStarted)
            return Task.CompletedTask;
        response.StatusCode = StatusCodes.Status401Unauthorized;
        response.ContentType = "application/json";
        return response.WriteAsync(Body);
    }
}
