using System.Globalization;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.NewBatch.Review;
using Microsoft.Data.Sqlite;

namespace BatchDashboard.Core.Data;

/// <summary>
/// A line for each row of a draft's file, served by kind and position: a cache beside the database, which may be lost at
/// any time and is made again by a dry run.
/// </summary>
internal sealed class ReviewFile : IDisposable
{
    /// <summary>Every so many rows, one is found by its position at once; from there on rows are counted.</summary>
    public const int MarkEvery = 1_000;

    private const string Columns = "row_number, kind, code, columns, message, number, cells";

    // Numbers are named in the order of ReviewKind: ready, warning and duplicate.
    private const string Twins = "number = @number AND kind IN (0, 1, 3)";

    /// <summary>SQLITE_CANTOPEN.</summary>
    private const int CannotOpen = 14;

    private readonly SqliteConnection _connection;
    private SqliteTransaction? _change;

    private ReviewFile(SqliteConnection connection) => _connection = connection;

    /// <summary>Null when there is none.</summary>
    public static ReviewFile? Open(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            var connection = Connect(path, SqliteOpenMode.ReadWrite);
            connection.Run("PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF;");
            return new ReviewFile(connection);
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == CannotOpen && !File.Exists(path))
        {
            // It went a moment ago: the batch was launched, or a new file came.
            return null;
        }
    }

    // Not pooled: a pool would keep the file open after it is removed.
    public static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ToString());
        connection.Open();
        return connection;
    }

    public ReviewCounts Counts()
    {
        using var select = _connection.Prepare("SELECT kind, code, n FROM counts");
        using var reader = select.ExecuteReader();
        List<(ReviewKind, string, int)> counts = [];
        while (reader.Read())
            counts.Add(((ReviewKind)reader.GetInt32(0), reader.GetString(1), reader.GetInt32(2)));
        return new ReviewCounts(counts);
    }

    /// <summary>The report as the rows are now.</summary>
    public ImportReport Report()
    {
        var counts = Counts();
        var called = Read(new ReviewFilter(ReviewKind.Ready), 0, DryRun.ListedReadyRows)
            .Concat(Read(new ReviewFilter(ReviewKind.Warning), 0, DryRun.ListedReadyRows))
            .OrderBy(row => row.RowNumber)
            .Take(DryRun.ListedReadyRows)
            .Select(row => new ReadyRow(row.RowNumber, row.E164!.Value, row.Cells));
        return new ImportReport(counts.Total, counts.Called, counts.SkippedByCode(), [], [.. called]);
    }

    public ReviewRow? Find(int rowNumber) =>
        Read($"SELECT {Columns} FROM rows WHERE row_number = @row", ("@row", rowNumber)).FirstOrDefault();

    /// <param name="start">Position among the rows of the filter, from 0.</param>
    public List<ReviewRow> Read(ReviewFilter filter, int start, int count)
    {
        if (filter is { Kind: null, Code: null })
            return [.. Read(
                $"""
                SELECT {Columns} FROM rows WHERE row_number >= (SELECT row_number FROM marks WHERE position = @mark)
                ORDER BY row_number LIMIT @count OFFSET @offset
                """,
                ("@mark", start - (start % MarkEvery)), ("@offset", start % MarkEvery), ("@count", count))];
        // The positions are counted in the index alone, which is narrow.
        return [.. Read(
            $"""
            SELECT {Columns} FROM rows WHERE row_number IN
                (SELECT row_number FROM rows WHERE {Condition(filter)} ORDER BY row_number LIMIT @count OFFSET @offset)
            ORDER BY row_number
            """,
            Parameter(filter), ("@offset", start), ("@count", count))];
    }

    /// <summary>All rows of the filter behind a row, in the order of the file; nothing may be written meanwhile.</summary>
    public IEnumerable<ReviewRow> ReadAll(ReviewFilter filter, int behind = 0) => Read(
        $"SELECT {Columns} FROM rows WHERE {Condition(filter)} AND row_number > @behind ORDER BY row_number",
        Parameter(filter), ("@behind", behind));

    /// <summary>The next rows that would not be called and were not dropped.</summary>
    public List<ReviewRow> Rejected(int behind, int count) => [.. Read(
        $"SELECT {Columns} FROM rows WHERE +kind BETWEEN 2 AND 5 AND row_number > @behind ORDER BY row_number LIMIT @count",
        ("@behind", behind), ("@count", count))];

    /// <summary>The numbers of rows that could be called, and what became of them; from an index alone.</summary>
    public IEnumerable<(long Number, ReviewKind Kind)> Numbers()
    {
        using var select = _connection.Prepare("SELECT number, kind FROM rows WHERE number IS NOT NULL ORDER BY number");
        using var reader = select.ExecuteReader();
        while (reader.Read())
            yield return (reader.GetInt64(0), (ReviewKind)reader.GetInt32(1));
    }

    /// <summary>How many rows of the filter stand before a row.</summary>
    public int PositionOf(ReviewFilter filter, int rowNumber)
    {
        using var count = _connection.Prepare($"SELECT COUNT(*) FROM rows WHERE {Condition(filter)} AND row_number < @row");
        var (name, value) = Parameter(filter);
        count.Parameters.AddWithValue(name, value);
        count.Parameters.AddWithValue("@row", rowNumber);
        return Convert.ToInt32(count.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>What is written from here on counts only after <see cref="Commit"/>.</summary>
    public void BeginChange() => _change = _connection.BeginTransaction();

    public void Commit() => _change!.Commit();

    public void Put(ReviewRow row)
    {
        using var update = _connection.Prepare(
            """
            UPDATE rows SET kind = @kind, code = @code, columns = @columns, message = @message, number = @number, cells = @cells
            WHERE row_number = @row
            """,
            "@row", "@kind", "@code", "@columns", "@message", "@number", "@cells");
        update.With(row.RowNumber, (int)row.Kind, row.Code, Join(row.Columns), row.Message, row.Number, row.Cells).ExecuteNonQuery();
    }

    /// <summary>The first row that has this number and could be called.</summary>
    public ReviewRow? FirstOf(long number) =>
        Read($"SELECT {Columns} FROM rows WHERE {Twins} ORDER BY row_number LIMIT 1", ("@number", number)).FirstOrDefault();

    /// <summary>Makes the other rows with the number of a row duplicates of it.</summary>
    public void MarkDuplicates(ReviewRow first, int column, Error why)
    {
        using var update = _connection.Prepare(
            $"""
            UPDATE rows SET kind = 3, code = @code, columns = @columns, message = @message
            WHERE {Twins} AND row_number <> @first AND message <> @message
            """,
            "@number", "@first", "@code", "@columns", "@message");
        update.With(first.Number, first.RowNumber, why.Code, Join([column]), why.Message).ExecuteNonQuery();
    }

    public void Dispose()
    {
        _change?.Dispose();
        _connection.Dispose();
    }

    internal static string Join(IReadOnlyList<int> columns) => string.Join(' ', columns);

    private static int[] Split(string columns) => columns.Length == 0
        ? []
        : [.. columns.Split(' ').Select(column => int.Parse(column, CultureInfo.InvariantCulture))];

    private static string Condition(ReviewFilter filter) => filter switch
    {
        { Code: not null } => "code <> '' AND code = @of",
        { Kind: not null } => "kind = @of",
        _ => "@of IS NOT NULL",
    };

    private static (string Name, object Value) Parameter(ReviewFilter filter) =>
        ("@of", filter.Code as object ?? (int)(filter.Kind ?? 0));

    private IEnumerable<ReviewRow> Read(string sql, params (string Name, object Value)[] parameters)
    {
        using var select = _connection.Prepare(sql);
        foreach (var (name, value) in parameters)
            select.Parameters.AddWithValue(name, value);
        using var reader = select.ExecuteReader();
        while (reader.Read())
            yield return new ReviewRow(
                reader.GetInt32(0), (ReviewKind)reader.GetInt32(1), reader.GetString(2), Split(reader.GetString(3)),
                reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetInt64(5), reader.GetString(6));
    }
}
