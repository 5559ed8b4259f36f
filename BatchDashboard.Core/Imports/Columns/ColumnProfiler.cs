using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.Imports.Columns;

/// <summary>
/// Counts the values of each column, row by row. Memory stays bounded: from <see cref="MostValues"/> values on, or when
/// they are long, a column goes on counting those it has and only notes that there are more.
/// </summary>
public sealed class ColumnProfiler(int columns)
{
    public const int MostValues = 1_000;

    private const int MostCharacters = 1_000_000;

    private readonly Column[] _columns = [.. Enumerable.Range(0, columns).Select(_ => new Column())];
    private readonly int _charactersEach = Math.Clamp(MostCharacters / Math.Max(columns, 1), 1_000, 100_000);
    private int _rows;

    public static SourceProfile OfFirstRows(SourcePreview preview)
    {
        var profiler = new ColumnProfiler(preview.Headers.Count);
        foreach (var row in preview.Rows)
            profiler.Add(row);
        return profiler.Profile(isWhole: false);
    }

    public void Add(SourceRow row)
    {
        if (row.Fault is not null)
            return;
        _rows++;
        for (var index = 0; index < _columns.Length; index++)
            _columns[index].Add(FormulaGuard.Unprotect(row.Fields[index]).Trim(), _charactersEach);
    }

    public SourceProfile Profile(bool isWhole) =>
        new(_rows, isWhole, [.. _columns.Select(column => column.Profile())]);

    private sealed class Column
    {
        private readonly Dictionary<string, int> _values = [];
        private int _characters;
        private int _filled;
        private bool _hasMore;

        public void Add(string value, int mostCharacters)
        {
            if (value.Length == 0)
                return;
            _filled++;
            ref var count = ref CollectionsMarshal.GetValueRefOrNullRef(_values, value);
            if (!Unsafe.IsNullRef(ref count))
                count++;
            // Once one was passed over, no other is taken: those that are there are counted over all rows.
            else if (!_hasMore && _values.Count < MostValues && _characters + value.Length <= mostCharacters)
                Take(value);
            else
                _hasMore = true;
        }

        public ColumnProfile Profile() => new(_filled, _values, _hasMore);

        private void Take(string value)
        {
            _values.Add(value, 1);
            _characters += value.Length;
        }
    }
}
