using System.Collections.Concurrent;
using System.Threading.Channels;
using BatchDashboard.Core.Telephony;

namespace BatchDashboard.Tests.Telephony;

/// <summary>Takes the reports of a provider and hands them to the test, call by call.</summary>
internal sealed class RecordingSink : IProviderCallSink
{
    private readonly ConcurrentQueue<ProviderCall> _all = new();
    private readonly ConcurrentDictionary<string, Channel<ProviderCall>> _byCall = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _refusals = new();

    public ValueTask ReportAsync(ProviderCall call, CancellationToken cancellationToken)
    {
        if (_refusals.TryRemove(call.ProviderCallId, out var refused))
        {
            refused.SetResult();
            throw new InvalidOperationException("The database is away.");
        }

        _all.Enqueue(call);
        return Of(call.ProviderCallId).Writer.WriteAsync(call, cancellationToken);
    }

    public Task StoreAsync(string provider, ProviderCall call, CancellationToken cancellationToken) =>
        ReportAsync(call, cancellationToken).AsTask();

    /// <summary>Throws at the next report about this call; the task ends when it has.</summary>
    public Task RefuseNextAsync(string providerCallId) =>
        _refusals.GetOrAdd(providerCallId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>The next report about this call, waited for.</summary>
    public async Task<ProviderCall> NextAsync(string providerCallId)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await Of(providerCallId).Reader.ReadAsync(patience.Token);
    }

    public IEnumerable<ProviderCall> AllOf(string providerCallId) =>
        _all.Where(call => call.ProviderCallId == providerCallId);

    private Channel<ProviderCall> Of(string providerCallId) =>
        _byCall.GetOrAdd(providerCallId, _ => Channel.CreateUnbounded<ProviderCall>());
}
