namespace BatchDashboard.Tests.Support;

/// <summary>A running app with an owner and a key, shared by a class of tests.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    private RunningApp? _app;

    public RunningApp App => _app ?? throw new InvalidOperationException("The app is not running.");

    /// <inheritdoc cref="RunningApp.NewVisitor"/>
    public Visitor NewVisitor() => App.NewVisitor();

    public async Task InitializeAsync() => _app = await RunningApp.StartAsync();

    public Task DisposeAsync() => App.DisposeAsync().AsTask();
}
