using BatchDashboard.Core;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Web.Shell;

/// <summary>Runs the application, or says in plain sentences why it cannot start.</summary>
internal static class Startup
{
    /// <summary>The exit code: 0 after an orderly end, 1 when the application could not start.</summary>
    public static async Task<int> RunOrExplainAsync(this WebApplication app)
    {
        await using var application = app;
        try
        {
            var problems = await PrepareAsync(app);
            if (problems.Count > 0)
                return Explain(problems.Select(problem => problem.Message));
            await StartAsync(app);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (OptionsValidationException refusal)
        {
            return Explain(refusal.Failures);
        }
        catch (Exception failure) when (StartupFailure.Explain(failure) is { } sentence)
        {
            return Explain([sentence]);
        }
    }

    private static async Task<IReadOnlyList<Error>> PrepareAsync(WebApplication app)
    {
        app.Services.GetService<IStartupValidator>()?.Validate();
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var step in scope.ServiceProvider.GetServices<IStartupStep>())
        {
            var problems = await step.RunAsync(app.Lifetime.ApplicationStopping);
            if (problems.Count > 0)
                return problems;
        }

        return [];
    }

    private static async Task StartAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch
        {
            // Background work that had begun ends in order; torn down instead, it would report failures of its own.
            await app.StopAsync();
            throw;
        }
    }

    private static int Explain(IEnumerable<string> sentences)
    {
        Console.Error.WriteLine("BatchDashboard cannot start:");
        foreach (var sentence in sentences)
            Console.Error.WriteLine($"  {sentence}");
        return 1;
    }
}
