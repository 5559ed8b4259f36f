using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using BatchDashboard.Web.Account;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Web.Endpoints;

/// <summary>Each key may ask so often; one program that asks without pause leaves room for the others.</summary>
internal static class ApiRateLimits
{
    /// <summary>What a key that was quiet may ask at once.</summary>
    private const int SecondsOfBurst = 10;

    public static IServiceCollection AddApiRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ApiOptions>().Bind(configuration.GetSection(ApiOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<ApiOptions>>((limiter, api) =>
        {
            var rate = api.Value.RequestsPerSecond;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => PartitionOf(context, rate));
            limiter.OnRejected = (rejected, _) => AnswerAsync(rejected, rate);
        });
        return services;
    }

    private static RateLimitPartition<string> PartitionOf(HttpContext context, int rate) =>
        rate > 0 && ProgramPaths.IsApi(context.Request.Path) && context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } key
            ? RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = rate * SecondsOfBurst,
                TokensPerPeriod = rate,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            })
            : RateLimitPartition.GetNoLimiter("");

    private static async ValueTask AnswerAsync(OnRejectedContext rejected, int rate)
    {
        var (response, path) = (rejected.HttpContext.Response, rejected.HttpContext.Request.Path);
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        await ApiRefusals.WriteAsync(
            response, path, "RATE_LIMITED", $"A key may ask {rate} times a second. Ask again in {wait} s; Retry-After says so too.");
    }
}
