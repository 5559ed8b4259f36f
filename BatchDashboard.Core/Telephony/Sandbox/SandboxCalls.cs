using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.Telephony.Sandbox;

/// <summary>All calls of the sandbox, as they follow from the ledger and the stops beside it.</summary>
internal sealed class SandboxCalls : IDisposable
{
    private readonly SandboxOptions _options;
    private readonly TemplateRenderer _render;
    private readonly SandboxStops _stops;
    private readonly SandboxLedger _ledger;

    public SandboxCalls(IOptions<SandboxOptions> options, TemplateRenderer render)
    {
        _options = options.Value;
        _render = render;
        var path = _options.LedgerPath ?? throw new InvalidOperationException("The sandbox's ledger has no path.");
        // First the stops: they are the lock, and opening the ledger cuts off a torn line.
        _stops = new SandboxStops(path + ".stops");
        try
        {
            _ledger = new SandboxLedger(path);
        }
        catch
        {
            _stops.Dispose();
            throw;
        }
    }

    /// <returns>False when it was placed before.</returns>
    public bool Place(CallPlacement placement, DateTimeOffset now) => _ledger.Append(placement, now);

    public bool Contains(AttemptKey key) => _ledger.Contains(key);

    public SandboxCall? Find(AttemptKey key) => _ledger.Find(key) is { } placed
        ? new SandboxCall(placed, _stops.Find(key), _options, _render)
        : null;

    /// <returns>False when there was nothing to hang up.</returns>
    public bool Stop(AttemptKey key, DateTimeOffset now)
    {
        if (Find(key) is not { } call || call.IsOver(now)) return false;
        _stops.Record(key, now);
        return true;
    }

    /// <summary>The calls of a process before this one that are not over.</summary>
    public IEnumerable<AttemptKey> Inherited(DateTimeOffset now) =>
        _ledger.Inherited(now - SandboxScript.Longest / _options.Speed).Where(key => Find(key)?.IsOver(now) is false);

    public void Dispose()
    {
        _ledger.Dispose();
        _stops.Dispose();
    }
}
