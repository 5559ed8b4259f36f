using BatchDashboard.Core.NewBatch.Review;
using Microsoft.Data.Sqlite;

namespace BatchDashboard.Core.Data;

/// <summary>Writes a review file from the first row to the last; it is one only after <see cref="Complete"/>.</summary>
internal sealed class ReviewFileWriter : IDisposable
{
    private const string Tables =
        """
        PRAGMA page_size=16384; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE;
        PRAGMA cache_size=-16384;
        CREATE TABLE rows (
            row_number INTEGER PRIMARY KEY, kind INTEGER NOT NULL, code TEXT NOT NULL, columns TEXT NOT NULL,
            message TEXT NOT NULL, number INTEGER, cells TEXT NOT NULL);
        CREATE TABLE marks (position INTEGER PRIMARY KEY, row_number INTEGER NOT NULL);
        CREATE TABLE counts (kind INTEGER, code TEXT, n INTEGER NOT NULL, PRIMARY KEY (kind, code)) WITHOUT ROWID;
        """;

    private const string Insert =
        "INSERT INTO rows (row_number, kind, code, columns, message, number, cells) VALUES (@row, @kind, @code, @columns, @message, @number, @cells)";

    // An entry of an index ends with the row's number, so each gives its rows in the order of the file.
    private const string Indexes =
        """
        CREATE INDEX rows_kind ON rows (kind);
        CREATE INDEX rows_code ON rows (code) WHERE code <> '';
        CREATE INDEX rows_number ON rows (number, kind) WHERE number IS NOT NULL;
        CREATE TRIGGER rows_counts AFTER UPDATE OF kind, code ON rows WHEN old.kind <> new.kind OR old.code <> new.code BEGIN
            UPDATE counts SET n = n - 1 WHERE kind = old.kind AND code = old.code;
            INSERT INTO counts (kind, code, n) VALUES (new.kind, new.code, 1) ON CONFLICT DO UPDATE SET n = n + 1;
        END;
        """;

    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _mark;
    private readonly Dictionary<(ReviewKind Kind, string Code), int> _counts = [];
    private int _rows;

    public ReviewFileWriter(string path)
    {
        File.Delete(path);
        _connection = ReviewFile.Connect(path, SqliteOpenMode.ReadWriteCreate);
        _connection.Run(Tables);
        _transaction = _connection.BeginTransaction();
        _insert = _connection.Prepare(Insert, "@row", "@kind", "@code", "@columns", "@message", "@number", "@cells");
        _mark = _connection.Prepare("INSERT INTO marks (position, row_number) VALUES (@position, @row)", "@position", "@row");
    }

    public void Add(ReviewRow row)
    {
        _insert.With(row.RowNumber, (int)row.Kind, row.Code, ReviewFile.Join(row.Columns), row.Message, row.Number, row.Cells).ExecuteNonQuery();
        if (_rows++ % ReviewFile.MarkEvery == 0)
            _mark.With(_rows - 1, row.RowNumber).ExecuteNonQuery();
        _counts[(row.Kind, row.Code)] = _counts.GetValueOrDefault((row.Kind, row.Code)) + 1;
    }

    public void Complete()
    {
        using var count = _connection.Prepare("INSERT INTO counts (kind, code, n) VALUES (@kind, @code, @n)", "@kind", "@code", "@n");
        foreach (var ((kind, code), rows) in _counts)
            count.With((int)kind, code, rows).ExecuteNonQuery();
        _connection.Run(Indexes);
        _transaction.Commit();
    }

    public void Dispose()
    {
        _insert.Dispose();
        _mark.Dispose();
        _transaction.Dispose();
        _connection.Dispose();
    }
}
