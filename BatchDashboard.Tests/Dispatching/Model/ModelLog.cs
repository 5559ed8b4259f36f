using BatchDashboard.Core.Calls;
using Microsoft.Extensions.Logging;

namespace BatchDashboard.Tests.Dispatching.Model;

/// <summary>Counts the errors that the door for updates tells.</summary>
internal sealed class ModelLog : ILoggerProvider, ILogger
{
    private int _errors;

    public int Errors => Volatile.Read(ref _errors);

    public ILogger CreateLogger(string categoryName) =>
        categoryName == typeof(CallUpdates).FullName ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            Interlocked.Increment(ref _errors);
    }

    public void Dispose()
    {
    }
}
