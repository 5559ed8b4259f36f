using BatchDashboard.Core.Batches.Requests;

namespace BatchDashboard.Web.Endpoints;

/// <summary>The parts of a request for a batch, as files that go with it.</summary>
/// <param name="File">Null when the body holds its call objects itself.</param>
internal sealed record ReceivedRequest(ReceivedFile Body, ReceivedFile? File) : IDisposable
{
    public void Dispose()
    {
        Body.Dispose();
        File?.Dispose();
    }
}
