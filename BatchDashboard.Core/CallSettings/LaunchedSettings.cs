using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.PhoneNumbers;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.CallSettings;

/// <summary>Settings of calls that were launched, for what we carry out ourselves: the row's own value, or that of its batch.</summary>
public sealed class LaunchedSettings
{
    /// <summary>Plans of batches never change, so they are kept; so many that running batches find theirs.</summary>
    private const int MostKept = 100;

    private readonly ConcurrentDictionary<int, RecipientSettings> _batches = new();

    /// <summary>Null: the call has no value for it. The row is read only where one may have.</summary>
    internal JsonNode? Of(DashboardDbContext context, CallKey call, string setting)
    {
        var settings = _batches.GetValueOrDefault(call.BatchNumber) ?? Read(context, call.BatchNumber);
        if (!settings.MaySet(setting))
            return null;
        var row = context.Calls.AsNoTracking().Where(c => c.Key == call.Value)
            .Select(c => new { c.ToNumber, c.Data }).Single();
        return settings.Resolve(new PhoneNumber(row.ToNumber!), row.Data) is { IsSuccess: true } recipient
            ? recipient.Value.Settings[setting]
            : null;
    }

    private RecipientSettings Read(DashboardDbContext context, int batch)
    {
        if (_batches.Count >= MostKept)
            _batches.Clear();
        var plan = context.Batches.AsNoTracking().Where(b => b.Number == batch).Select(b => b.Plan).Single();
        return _batches[batch] = new RecipientSettings(plan.Settings, plan.Layout, own: plan.OwnSettings);
    }
}
