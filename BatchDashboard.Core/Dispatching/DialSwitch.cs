using System.Text.Json;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Data;

namespace BatchDashboard.Core.Dispatching;

/// <summary>The big red button: nothing at all is dialled, in no batch, until somebody lets it go on.</summary>
public sealed class DialSwitch(Database database, HaltedBatches halted, WorkSignal work, TimeProvider time)
{
    internal const string Fact = "dialling_stopped";

    private volatile DialStop? _stop;

    /// <summary>Null: calls are made.</summary>
    public DialStop? Stop => _stop;

    /// <summary>Tells whoever shows it.</summary>
    public event Action? Changed;

    /// <summary>Reads how it stood; asked once, at the start.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        Set(Read(context));
    }

    /// <summary>No intent to dial is committed after this returns. Doing it again is fine.</summary>
    public Task StopAllAsync(string by, CancellationToken cancellationToken) =>
        ChangeAsync(known => known ?? new DialStop(by, time.GetUtcNow()), AuditAction.DiallingStopped, by, cancellationToken);

    public Task ResumeAllAsync(string by, CancellationToken cancellationToken) =>
        ChangeAsync(_ => null, AuditAction.DiallingResumed, by, cancellationToken);

    /// <param name="change">From how it stands in its turn at the gate: another change may be before it.</param>
    private async Task ChangeAsync(Func<DialStop?, DialStop?> change, AuditAction action, string by, CancellationToken cancellationToken)
    {
        try
        {
            await database.WriteAsync(
                WritePriority.Dispatch,
                async context =>
                {
                    var known = Read(context);
                    var stop = change(known);
                    if (stop == known)
                        return;
                    if (stop is not null)
                        context.SetFact(Fact, JsonSerializer.Serialize(stop));
                    else
                        context.RemoveFact(Fact);
                    context.Add(AuditEntry.Write(action, subject: "", reason: "", by, time.GetUtcNow()));
                    await context.SaveChangesAsync(cancellationToken);
                    Set(stop);
                },
                cancellationToken);
        }
        catch
        {
            // What is stored holds, and whoever tries again must find it so.
            await LoadAsync(CancellationToken.None);
            throw;
        }

        work.Pulse();
        Changed?.Invoke();
    }

    private static DialStop? Read(DashboardDbContext context) =>
        context.Fact(Fact) is { } known ? JsonSerializer.Deserialize<DialStop>(known) : null;

    private void Set(DialStop? stop)
    {
        _stop = stop;
        halted.All = stop is not null;
    }
}
