using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace BatchDashboard.Tests.Telephony.BlandFake;

/// <summary>What reached the fake, and the calls that came of it, in the order of their placement.</summary>
internal sealed class FakeLedger(FakeBlandOptions options)
{
    private readonly Lock _lock = new();
    private readonly List<FakeCall> _calls = [];
    private readonly Dictionary<string, int> _arrivals = [];
    private readonly Dictionary<string, Queue<FakeFault>> _planned = [];
    private readonly ConcurrentDictionary<string, FakeOutcome> _outcomes = new();

    public IReadOnlyList<FakeCall> Calls
    {
        get
        {
            lock (_lock)
                return [.. _calls];
        }
    }

    public IEnumerable<FakeCall> CallsTo(string number) => Calls.Where(call => call.To == number);

    /// <summary>How many requests to call anybody arrived.</summary>
    public int Arrived
    {
        get
        {
            lock (_lock)
                return _arrivals.Values.Sum();
        }
    }

    /// <summary>How many requests to call that number arrived, whatever became of them.</summary>
    public int Arrivals(string number)
    {
        lock (_lock)
            return _arrivals.GetValueOrDefault(number);
    }

    /// <summary>What the next placements of that number meet, in this order; after them, what chance has for it.</summary>
    public void Plan(string number, params FakeFault[] faults)
    {
        lock (_lock)
            _planned[number] = new Queue<FakeFault>(faults);
    }

    /// <summary>How every call to that number ends.</summary>
    public void Plan(string number, FakeOutcome outcome) => _outcomes[number] = outcome;

    /// <summary>Notes that a placement arrived, and says what it meets.</summary>
    public FakeFault Arrive(string number)
    {
        lock (_lock)
        {
            var turn = _arrivals[number] = _arrivals.GetValueOrDefault(number) + 1;
            if (_planned.TryGetValue(number, out var planned) && planned.TryDequeue(out var fault))
                return fault;
            var roll = FakeDice.Roll(options.Seed, number, turn, "fault");
            return roll < options.FaultShare
                ? options.RandomFaults[(int)(roll / options.FaultShare * options.RandomFaults.Count)]
                : FakeFault.None;
        }
    }

    public FakeCall Place(string number, JsonObject request)
    {
        lock (_lock)
        {
            var turn = _calls.Count(call => call.To == number) + 1;
            var call = new FakeCall(
                FakeDice.Id(options.Seed, number, turn).ToString(),
                number,
                request,
                options.Time.GetUtcNow(),
                _outcomes.TryGetValue(number, out var outcome) ? outcome : Drawn(number, turn),
                options.CallLength);
            _calls.Add(call);
            return call;
        }
    }

    public FakeCall? Find(string id) => Calls.FirstOrDefault(call => call.Id == id);

    private FakeOutcome Drawn(string number, int turn) => FakeDice.Roll(options.Seed, number, turn, "outcome") switch
    {
        < 0.70 => FakeOutcome.Completed,
        < 0.84 => FakeOutcome.Voicemail,
        < 0.94 => FakeOutcome.NoAnswer,
        < 0.98 => FakeOutcome.Busy,
        _ => FakeOutcome.Failed,
    };
}
