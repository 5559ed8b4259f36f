using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Imports;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Calls;

/// <summary>Reads the recipients of a batch as they were handed in, whether they are called or skipped.</summary>
public sealed class RecipientQueries(Database database)
{
    private const string PhoneNumber = "phone_number";

    /// <summary>
    /// The first of them as call objects of the API, columns of a file under the names they are mapped to.
    /// </summary>
    public async Task<IReadOnlyList<JsonObject>> FirstAsync(
        BatchSummary batch, int take, CancellationToken cancellationToken)
    {
        var (first, last) = CallKey.RangeOf(batch.Number);
        await using var context = await database.ReadAsync(cancellationToken);
        var rows = await context.Calls.AsNoTracking().Where(call => call.Key >= first && call.Key <= last)
            .OrderBy(call => call.Key).Take(take).Select(call => new { call.ToNumber, call.Data })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => CallObject(row.ToNumber, row.Data, batch.Plan.Layout))];
    }

    /// <summary>The skipped rows in the order of the source, with what they said there.</summary>
    public async IAsyncEnumerable<(int RowNumber, RowProblem Problem)> SkippedAsync(
        int batchNumber, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (first, last) = CallKey.RangeOf(batchNumber);
        await using var context = await database.ReadAsync(cancellationToken);
        var rows = context.SkippedRows.AsNoTracking().Where(row => row.CallKey >= first && row.CallKey <= last)
            .OrderBy(row => row.CallKey).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            yield return (
                new CallKey(row.CallKey).RowNumber,
                new RowProblem(row.Code, row.Column, row.Value, row.Message, row.Original));
        }
    }

    private static JsonObject CallObject(string? number, string data, RowLayout? layout)
    {
        var call = layout is null ? JsonNode.Parse(data)!.AsObject() : FromCells(JsonText.ReadArray(data), layout);
        if (number is not null && !call.ContainsKey(PhoneNumber))
            call.Insert(0, PhoneNumber, number);
        return call;
    }

    private static JsonObject FromCells(string[] cells, RowLayout layout)
    {
        var call = new JsonObject();
        foreach (var (cell, column) in cells.Zip(layout.Columns))
        {
            var (group, name) = column.Use switch
            {
                ColumnUse.PhoneNumber => (null, PhoneNumber),
                ColumnUse.RequestData => ("request_data", column.Name),
                ColumnUse.Metadata => ("metadata", column.Name),
                ColumnUse.Setting => (null, column.Name),
                _ => (null, null),
            };
            if (name is not null)
                (group is null ? call : Member(call, group))[name] = cell;
        }

        return call;
    }

    private static JsonObject Member(JsonObject call, string name)
    {
        if (call[name] is not JsonObject)
            call[name] = new JsonObject();
        return call[name]!.AsObject();
    }
}
