using System.Diagnostics;
using System.Globalization;
using BatchDashboard.Core;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Tests.Support;
using BatchDashboard.Tests.Telephony.BlandFake;
using Microsoft.Data.Sqlite;

namespace BatchDashboard.Tests.Reliability;

/// <summary>
/// Kills the engine again and again, at any moment and at each step of a dial, while it calls through a provider that loses
/// one request in twenty and one reply in ten, fails one time in twenty after the call was made, and lists calls late; then
/// compares what the provider did with what the database says.
/// </summary>
internal sealed class KillHarness : IAsyncDisposable
{
    public const int BatchSize = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly string[] Settled = ["completed", "voicemail", "no_answer", "busy", "failed", "review"];

    private static readonly string IsSettled = $"status IN ({string.Join(", ", Settled.Select(status => $"'{status}'"))})";

    private readonly KillPlan _plan;
    private readonly Random _random;
    private readonly FakeBland _fake;
    private readonly ScratchDirectory _data = new();
    private readonly Dictionary<FaultPoint, int> _atFaultPoints = Enum.GetValues<FaultPoint>().ToDictionary(point => point, _ => 0);
    private int _launched;
    private int _kills;

    private KillHarness(KillPlan plan, FakeBland fake) => (_plan, _random, _fake) = (plan, new Random(plan.Seed), fake);

    public static async Task<KillReport> RunAsync(KillPlan plan, Action<string>? say = null)
    {
        await using var harness = new KillHarness(plan, await FakeBland.StartAsync(new()
        {
            Seed = plan.Seed,
            FaultShare = 0.2,
            RandomFaults = [FakeFault.LoseRequest, FakeFault.LoseReply, FakeFault.LoseReply, FakeFault.FailAfter],
            CallLength = TimeSpan.FromMilliseconds(300),
            ListLag = TimeSpan.FromSeconds(1),
            Callbacks = 0,
        }));
        return await harness.RunAsync(say ?? (_ => { }));
    }

    public async ValueTask DisposeAsync()
    {
        await _fake.DisposeAsync();
        _data.Dispose();
    }

    private async Task<KillReport> RunAsync(Action<string> say)
    {
        await LaunchAsync();
        while (_kills < _plan.Kills || _launched < _plan.Recipients)
        {
            if (Count("status = 'queued'") == 0 && _launched < _plan.Recipients)
                await LaunchAsync();
            await LiveAndDieAsync();
            if (_kills % 100 == 0)
                say($"{_kills} kills, {_launched} recipients, {_fake.Ledger.Calls.Count} calls made");
        }

        await using (var last = Start())
            await Eventually.TrueAsync(() => Unsettled() == 0, Patience, () => $"everybody is settled: {Standing()}");
        return Report();
    }

    private async Task LaunchAsync()
    {
        var file = _data.PathOf("recipients.csv");
        var count = Math.Min(BatchSize, _plan.Recipients - _launched);
        await File.WriteAllTextAsync(
            file, "phone_number\n" + string.Join('\n', Enumerable.Range(_launched, count).Select(CoreHost.Number)));
        _launched += count;
        await using var launch = Start(EngineProgram.Launch, file);
        await launch.EndAsync(Patience);
    }

    /// <summary>One life of the engine: until it is killed at a step, or after the provider was asked a few more times.</summary>
    private async Task LiveAndDieAsync()
    {
        var isAtFaultPoint = _random.Next(2) == 0;
        var fewest = _atFaultPoints.Values.Min();
        var point = _random.GetItems(_atFaultPoints.Keys.Where(known => _atFaultPoints[known] <= fewest + 1).ToArray(), 1)[0];
        await using var engine = isAtFaultPoint
            ? Start(string.Create(CultureInfo.InvariantCulture, $"Dispatch:CrashAt={point}:{_random.Next(1, 3)}"))
            : Start();
        var until = _fake.Asked + _random.Next(1, 12);
        // A step that is not reached, since nothing is left to do there, must not keep the others waiting.
        var atMost = until + (isAtFaultPoint ? 40 : 0);
        await Eventually.TrueAsync(
            () => engine.HasExited || (!isAtFaultPoint && _fake.Asked >= until) || _fake.Asked >= atMost || Unsettled() == 0,
            Patience,
            () => $"the engine does something after {_kills} kills{(isAtFaultPoint ? $", to be killed at {point}" : "")}: {Standing()}");
        _kills++;
        if (!engine.HasExited)
            return;
        // SIGKILL: it died where it was told to, and not of anything else.
        Assert.Equal(137, engine.ExitCode);
        _atFaultPoints[point]++;
    }

    private Engine Start(params string[] more)
    {
        string[] settings =
        [
            _data.PathOf("app"), "Storage:DataDirectory=data", "Dispatch:LeaseSeconds=2", "Dispatch:ReviewAfterSeconds=4",
            "Dispatch:MaxConcurrentCalls=10", "Dispatch:AutoPausePercent=0",
            .. _fake.Settings().Select(setting => $"{setting.Key}={setting.Value}"),
            .. _plan.ForgetsIntents && !more.Contains(EngineProgram.Launch) ? [EngineProgram.ForgetIntents] : Array.Empty<string>(),
            .. more,
        ];
        Directory.CreateDirectory(settings[0]);
        return Engine.Start(settings);
    }

    /// <summary>Those that are not loaded yet are among them.</summary>
    private long Unsettled() => _launched - Count(IsSettled);

    private long Count(string condition) => Query($"SELECT count(*) FROM calls WHERE {condition}", reader => reader.GetInt64(0))[0];

    /// <summary>The calls that are not settled, batch by batch, for a message.</summary>
    private string Standing() => string.Join("; ", Query(
        $"""
        SELECT format('batch %d is %s, rows %d of %d dispatched, %d released: %d calls %s, not before %s, deadline %s',
            b.number, b.status, b.dispatched_row, b.loaded_row, b.released, count(*), c.status, min(c.not_before), min(c.deadline))
        FROM calls c JOIN batches b ON b.number = c.key >> 24 WHERE NOT c.{IsSettled} GROUP BY b.number, c.status
        """,
        reader => reader.GetString(0)));

    private KillReport Report()
    {
        var called = _fake.Ledger.Calls.GroupBy(call => call.To).ToDictionary(calls => calls.Key, calls => calls.Count());
        var calls = Query(
            "SELECT to_number, status FROM calls", reader => (To: reader.GetString(0), Status: reader.GetString(1)));
        var settled = calls.FindAll(call => Settled.Contains(call.Status));
        var unknown = settled.Count(call => call.Status == WireName.Of(CallStatus.Review));
        var lost = _plan.Recipients - settled.Count
            + settled.Count(call => call.Status != WireName.Of(CallStatus.Review) && !called.ContainsKey(call.To));
        return new KillReport(
            _plan.Recipients, _kills, _atFaultPoints, called.Count(number => number.Value > 1), lost, unknown, Miscounted());
    }

    private int Miscounted() => Query(
        """
        SELECT released - (SELECT count(*) FROM call_attempts a JOIN calls c ON c.key = a.call_key AND c.epoch = a.epoch
            WHERE a.call_key >> 24 = number AND a.released AND c.status = 'uncertain') FROM batches UNION ALL 
        """ + string.Join(" UNION ALL ", Enum.GetValues<CallStatus>().Select(status =>
            $"SELECT n_{WireName.Of(status)} - (SELECT count(*) FROM calls WHERE key >> 24 = number AND status = '{WireName.Of(status)}') FROM batches")),
        reader => reader.GetInt64(0)).Count(difference => difference != 0);

    private List<T> Query<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var connection = new SqliteConnection($"Data Source={_data.PathOf("app", "data", "batchdashboard.db")};Mode=ReadWrite;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>A process of the engine; the end of its use is a kill.</summary>
    private sealed class Engine(Process process) : IAsyncDisposable
    {
        public bool HasExited => process.HasExited;

        public int ExitCode => process.ExitCode;

        public static Engine Start(IEnumerable<string> args)
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet");
            CleanEnvironment.Apply(start);
            foreach (var arg in args.Prepend(typeof(EngineProgram).Assembly.Location))
                start.ArgumentList.Add(arg);
            return new Engine(Process.Start(start)!);
        }

        public async Task EndAsync(TimeSpan patience)
        {
            await process.WaitForExitAsync().WaitAsync(patience);
            Assert.Equal(0, process.ExitCode);
        }

        public async ValueTask DisposeAsync()
        {
            if (!process.HasExited)
                process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }
}
