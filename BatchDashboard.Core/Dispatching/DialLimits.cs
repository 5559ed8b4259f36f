using System.Globalization;
using System.Text.Json;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Data;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.Dispatching;

/// <summary>The limits of the installation and of each provider, which its owner may change while calls are made.</summary>
public sealed class DialLimits(Database database, WorkSignal work, IOptions<DispatchOptions> options, TimeProvider time)
{
    private const string Fact = "dial_limits";

    /// <summary>Stands for the installation among the names of providers.</summary>
    private const string Installation = "";

    private volatile Dictionary<string, Limits> _set = [];

    public Limits Current => Of(null);

    /// <summary>Those of one provider alone, beside those of the installation.</summary>
    public Limits OfProvider(string name) => Of(name);

    /// <param name="provider">Null: the installation.</param>
    public Limits Of(string? provider) => _set.GetValueOrDefault(provider ?? Installation) ?? Configured(provider);

    /// <summary>What holds when nothing else is set.</summary>
    public Limits Configured(string? provider) => (provider, options.Value) switch
    {
        (null, var all) => new Limits(all.MaxConcurrentCalls, all.MaxCallsPerSecond),
        var (name, all) when all.Providers.TryGetValue(name, out var own) => new Limits(own.MaxConcurrentCalls, own.MaxCallsPerSecond),
        _ => new Limits(0, 0),
    };

    /// <summary>Reads what was set before; asked once, at the start.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        _set = Read(context);
    }

    /// <summary>In force from the next dial on, and after a restart.</summary>
    /// <param name="provider">Null: the installation.</param>
    /// <param name="limits">Null: those of the configuration again.</param>
    /// <returns>What is wrong with them.</returns>
    public async Task<Error?> SetAsync(string? provider, Limits? limits, string by, CancellationToken cancellationToken)
    {
        if (limits?.Problem() is { } problem)
            return problem;
        try
        {
            await database.WriteAsync(
                WritePriority.Dispatch,
                async context =>
                {
                    var set = Read(context);
                    if (limits is null)
                        set.Remove(provider ?? Installation);
                    else
                        set[provider ?? Installation] = limits;
                    context.SetFact(Fact, JsonSerializer.Serialize(set));
                    context.Add(AuditEntry.Write(
                        AuditAction.LimitsChanged, provider ?? "installation", Describe(limits ?? Configured(provider)), by, time.GetUtcNow()));
                    await context.SaveChangesAsync(cancellationToken);
                    // In the turn at the gate, which keeps two changes in their order.
                    _set = set;
                },
                cancellationToken);
        }
        catch
        {
            // What is stored holds.
            await LoadAsync(CancellationToken.None);
            throw;
        }

        work.Pulse();
        return null;
    }

    private static Dictionary<string, Limits> Read(DashboardDbContext context) =>
        context.Fact(Fact) is { } set ? JsonSerializer.Deserialize<Dictionary<string, Limits>>(set)! : [];

    private static string Describe(Limits limits) => string.Create(
        CultureInfo.InvariantCulture, $"{limits.MaxConcurrentCalls} calls at once, {limits.MaxCallsPerSecond} a second; 0 for no limit");
}
