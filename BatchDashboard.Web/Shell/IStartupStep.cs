using BatchDashboard.Core;

namespace BatchDashboard.Web.Shell;

/// <summary>What must be done before the application listens; the steps run in the order of registration.</summary>
internal interface IStartupStep
{
    /// <summary>The reasons why the application must not start; none lets it go on.</summary>
    Task<IReadOnlyList<Error>> RunAsync(CancellationToken cancellationToken);
}
