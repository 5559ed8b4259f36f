using System.Runtime.ExceptionServices;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.Support;

/// <summary>
/// A test against real apps. They are closed after the test, not in it, so that an error in an app's log is reported
/// beside the test's own failure and does not hide it.
/// </summary>
public abstract class AppTest(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly Stack<IAsyncDisposable> _open = new();
    private readonly List<AppLog> _logs = [];

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        var failures = new List<Exception>();
        foreach (var open in _open)
        {
            try
            {
                await open.DisposeAsync();
            }
            catch (Exception failure) // Whatever it is, the rest must be closed too; all are thrown below.
            {
                failures.Add(failure);
            }
        }

        foreach (var log in _logs)
            output.WriteLine(log.Text);
        if (failures.Count == 1)
            ExceptionDispatchInfo.Throw(failures[0]);
        if (failures.Count > 1)
            throw new AggregateException(failures);
    }

    /// <inheritdoc cref="RunningApp.StartAsync"/>
    protected async Task<RunningApp> StartAppAsync(
        IReadOnlyDictionary<string, string>? settings = null, bool withOwner = true)
    {
        var app = await RunningApp.StartAsync(settings, withOwner);
        _logs.Add(app.Log);
        return CloseAfterTest(app);
    }

    protected T CloseAfterTest<T>(T opened)
        where T : IAsyncDisposable
    {
        _open.Push(opened);
        return opened;
    }
}
