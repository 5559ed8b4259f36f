using BatchDashboard.Core.Data;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Reliability;

/// <summary>The engine in a process of its own, on data that outlive it, so that it can be killed.</summary>
internal static class EngineProgram
{
    /// <summary>Before it runs: a batch of this file is launched.</summary>
    public const string Launch = "--launch";

    /// <summary>
    /// Before it runs: what was intended and not answered is forgotten, as by a queue that notes a call when it is made. It
    /// proves that the harness finds the calls that are made twice then.
    /// </summary>
    public const string ForgetIntents = "--forget-intents";

    /// <param name="args">The data directory, settings as <c>key=value</c>, and what to do before.</param>
    public static async Task<int> Main(string[] args)
    {
        var settings = args.Skip(1).Where(arg => arg.Contains('=', StringComparison.Ordinal))
            .Select(arg => arg.Split('=', 2)).Select(parts => (parts[0], parts[1])).ToArray();
        await using var core = await CoreHost.OpenAsync(args[0], settings);
        if (Array.IndexOf(args, Launch) is >= 0 and var at)
        {
            await core.LaunchAsync(await File.ReadAllTextAsync(args[at + 1]));
            return 0;
        }

        if (args.Contains(ForgetIntents))
            await ForgetAsync(core);
        await core.RunAsync();
        // It is killed before.
        await core.EndAsync();
        return 0;
    }

    private static Task<int> ForgetAsync(CoreHost core) => core.Service<Database>().WriteAsync(
        WritePriority.Dispatch,
        context =>
        {
            var forgotten = context.Run(
                """
                UPDATE calls SET status = 'queued', deadline = NULL, not_before = 1 WHERE status IN ('dialing', 'uncertain')
                    AND NOT EXISTS (SELECT 1 FROM call_attempts a WHERE a.call_key = key AND a.epoch = calls.epoch AND a.accepted_at IS NOT NULL)
                """);
            context.Run("UPDATE batches SET n_queued = (SELECT count(*) FROM calls WHERE key >> 24 = number AND status = 'queued')");
            context.Run("UPDATE batches SET n_dialing = (SELECT count(*) FROM calls WHERE key >> 24 = number AND status = 'dialing')");
            context.Run("UPDATE batches SET n_uncertain = 0, released = 0");
            context.Run("UPDATE call_attempts SET released = 0");
            return Task.FromResult(forgotten);
        },
        default);
}
