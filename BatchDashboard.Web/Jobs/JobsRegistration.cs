using BatchDashboard.Core.Dispatching;
using Hangfire;

namespace BatchDashboard.Web.Jobs;

/// <summary>Runs the work on Hangfire; the one place that chooses where jobs are stored.</summary>
public static class JobsRegistration
{
    /// <summary>Slices mostly wait, for permits and for calls to end: more of them than processors are useful.</summary>
    private const int DispatchWorkers = 16;

    private const int ControlWorkers = 4;

    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddHangfire(hangfire => hangfire.UseRecommendedSerializerSettings().UseInMemoryStorage());
        services.AddHangfireServer(server => Configure(server, JobQueues.Control, ControlWorkers));
        services.AddHangfireServer(server => Configure(server, JobQueues.Dispatch, DispatchWorkers));
        return services
            .AddSingleton<JobsUnderWay>()
            .AddSingleton<BatchJobs>()
            .AddSingleton<IJobScheduler, HangfireJobScheduler>();
    }

    private static void Configure(BackgroundJobServerOptions server, string queue, int workers)
    {
        server.ServerName = queue;
        server.Queues = [queue];
        server.WorkerCount = workers;
    }
}
