using System.Globalization;
using BatchDashboard.Core.Data;
using Microsoft.Data.Sqlite;

namespace BatchDashboard.Benchmarks.Watching;

/// <summary>How many calls of the one batch are done, every few milliseconds, read from the app's database beside it.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(5);

    private readonly CancellationTokenSource _over = new();
    private readonly Lock _lock = new();
    private readonly List<(int Done, long At)> _steps = [(0, TimeProvider.System.GetTimestamp())];
    private readonly string _database;
    private readonly Task _following;

    public Progress(string dataDirectory)
    {
        _database = $"Data Source={new DataDirectory(dataDirectory).DatabaseFile};Mode=ReadOnly;Pooling=False";
        _following = Task.Factory.StartNew(Follow, _over.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public int Done
    {
        get
        {
            lock (_lock)
                return _steps[^1].Done;
        }
    }

    /// <summary>How long more than so many have been done; zero when these are all.</summary>
    public TimeSpan OutdatedFor(int done)
    {
        lock (_lock)
        {
            var next = _steps.FindLastIndex(step => step.Done <= done) + 1;
            return next < _steps.Count ? TimeProvider.System.GetElapsedTime(_steps[next].At) : TimeSpan.Zero;
        }
    }

    /// <summary>All changes of all calls so far.</summary>
    public long Changes() => Read("SELECT count(*) + count(ringing_at) + count(answered_at) + count(ended_at) FROM call_attempts");

    public async Task UntilAsync(int done)
    {
        using var timer = new PeriodicTimer(Pace);
        while (Done < done)
        {
            if (_following.IsFaulted)
                await _following;
            await timer.WaitForNextTickAsync();
        }
    }

    public void Dispose()
    {
        _over.Cancel();
        _following.Wait();
        _over.Dispose();
    }

    private void Follow()
    {
        using var connection = Open();
        using var query = connection.CreateCommand();
        query.CommandText = "SELECT n_completed + n_voicemail + n_no_answer + n_busy + n_failed + n_unknown FROM batches";
        while (!_over.IsCancellationRequested)
        {
            var done = Convert.ToInt32(query.ExecuteScalar(), CultureInfo.InvariantCulture);
            lock (_lock)
            {
                if (done > _steps[^1].Done)
                    _steps.Add((done, TimeProvider.System.GetTimestamp()));
            }

            _over.Token.WaitHandle.WaitOne(Pace);
        }
    }

    private long Read(string sql)
    {
        using var connection = Open();
        using var query = connection.CreateCommand();
        query.CommandText = sql;
        return Convert.ToInt64(query.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(_database);
        connection.Open();
        return connection;
    }
}
