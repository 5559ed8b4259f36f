using BatchDashboard.Benchmarks.Loading;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;

namespace BatchDashboard.Benchmarks.Reading;

/// <summary>Ten batches of a million calls each: one is loaded from a file, the others are copies of it at other points of their lives.</summary>
internal sealed class TenMillionCalls(SqliteConnection connection)
{
    public const int Batches = 10;
    public const int Rows = 1_000_000;

    // What became of a row; the odd factor scatters rare outcomes over the batch.
    private const string Ended =
        """
        CASE WHEN (key * 7919) % 100000 = 7 THEN 'failed' WHEN (key * 7919) % 100 < 60 THEN 'completed'
            WHEN (key * 7919) % 100 < 80 THEN 'no_answer' WHEN (key * 7919) % 100 < 95 THEN 'voicemail' ELSE 'busy' END
        """;

    public static async Task<TenMillionCalls> FillAsync(CoreHost core)
    {
        using (var file = await RecipientFile.WriteAsync(Rows))
        {
            var source = $"{Guid.NewGuid()}.csv";
            File.CreateSymbolicLink(Path.Combine(core.Service<DataDirectory>().Uploads, source), file.Path);
            await core.Service<BatchService>().LaunchAsync(LoadProcess.Plan(source, Rows), "bench", default);
            await core.Service<BatchPreparer>().RunAsync(1, default);
        }

        var connection = new SqliteConnection($"Data Source={core.Service<DataDirectory>().DatabaseFile};Pooling=False");
        connection.Open();
        var calls = new TenMillionCalls(connection);
        calls.Run("PRAGMA synchronous=OFF; PRAGMA cache_size=-500000");
        for (var batch = 2; batch <= Batches; batch++)
            calls.Copy(batch, upTo: batch == 2 ? Rows / 2 : Rows);
        return calls;
    }

    /// <summary>Makes the numbers of all batches findable, as the running application does.</summary>
    public static async Task IndexAsync(CoreHost core)
    {
        var indexer = core.Service<IEnumerable<IHostedService>>().OfType<NumberIndexer>().Single();
        while (await indexer.IndexNextAsync(default))
        {
        }
    }

    /// <summary>Small batches that are over, without calls.</summary>
    public void AddBatches(int count)
    {
        for (var batch = 0; batch < count; batch++)
            AddBatch(Batches + 1 + batch, "status = 'completed'", "finished_at = 1", "numbers_indexed = 1");
    }

    public List<long> Keys(string condition)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT key FROM calls WHERE {condition}";
        using var reader = command.ExecuteReader();
        var keys = new List<long>();
        while (reader.Read())
            keys.Add(reader.GetInt64(0));
        return keys;
    }

    public string? NumberOf(long key)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT to_number FROM calls WHERE key = {key}";
        return command.ExecuteScalar() as string;
    }

    private void Copy(int batch, int upTo)
    {
        var (shift, dialled) = ((batch - 1L) << 24, $"(status = 'queued' AND key & 16777215 <= {upTo})");
        var live = batch == 2 ? $"key & 16777215 BETWEEN {upTo - 99} AND {upTo}" : "FALSE";
        Run(
            $"""
             INSERT INTO calls (key, status, to_number, data, epoch, dials, deadline, error_code, created_at, updated_at)
             SELECT key + {shift}, CASE WHEN NOT {dialled} THEN status WHEN {live} THEN 'in_progress' ELSE {Ended} END, to_number, data,
                 {dialled}, {dialled}, CASE WHEN {dialled} AND {live} THEN 9e17 END, error_code, created_at, updated_at
             FROM calls WHERE key < 1 << 25
             """);
        Run($"INSERT INTO skipped_rows SELECT {Changed("skipped_rows", $"call_key = call_key + {shift}")} FROM skipped_rows WHERE call_key < 1 << 25");
        if (batch <= 3)
        {
            Run(
                $"""
                 INSERT INTO call_attempts (call_key, epoch, key, dial, status, provider, intended_at)
                 SELECT key, 1, hex(randomblob(16)), 1, status, 'sandbox', updated_at FROM calls WHERE key >> 24 = {batch} AND epoch = 1
                 """);
        }

        AddBatch(batch, upTo == Rows ? "status = 'completed'" : "status = 'in_progress'", upTo == Rows ? "finished_at = 1" : $"dispatched_row = {upTo}");
        foreach (var status in Enum.GetNames<CallStatus>().Select(name => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name)))
            Run($"UPDATE batches SET n_{status} = (SELECT count(*) FROM calls WHERE key >> 24 = {batch} AND status = '{status}') WHERE number = {batch}");
    }

    private void AddBatch(int batch, params string[] changes) => Run(
        $"""
         INSERT INTO batches SELECT {Changed("batches", [$"number = {batch}", $"id = '{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString().ToUpperInvariant()}'", .. changes])}
         FROM batches WHERE number = 1
         """);

    /// <summary>All columns of the table, some of them with another value.</summary>
    private string Changed(string table, params string[] changes)
    {
        var values = changes.Select(change => change.Split(" = ", 2)).ToDictionary(parts => parts[0], parts => parts[1]);
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        using var reader = command.ExecuteReader();
        var columns = new List<string>();
        while (reader.Read())
            columns.Add(values.GetValueOrDefault(reader.GetString(0), reader.GetString(0)));
        return string.Join(", ", columns);
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
