namespace BatchDashboard.Core.Dispatching;

/// <summary>The seam to whatever runs jobs; a lost, doubled or late job never matters.</summary>
public interface IJobScheduler
{
    /// <summary>Runs the job soon; a job that waits or runs already need not be taken twice.</summary>
    void Enqueue(Job job);
}
