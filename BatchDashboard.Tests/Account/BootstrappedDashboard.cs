namespace BatchDashboard.Tests.Account;

/// <summary>A running program with an owner and a key from its configuration, shared by a class of tests.</summary>
public sealed class BootstrappedDashboard : IAsyncLifetime
{
    public const string Email = "owner@example.com";
    public const string Password = "correct horse battery";
    public const string ApiKey = "a-key-for-machines-0001";

    public DashboardProcess Process { get; private set; } = null!;

    public async Task InitializeAsync() => Process = await DashboardProcess.StartAsync(
        $"Bootstrap:OwnerEmail={Email}", $"Bootstrap:OwnerPassword={Password}", $"Bootstrap:ApiKey={ApiKey}");

    public async Task DisposeAsync() => await Process.DisposeAsync();
}
