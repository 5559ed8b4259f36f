using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Columns;

namespace BatchDashboard.Core.NewBatch.Mapping;

/// <summary>A saved mapping held against the columns of a file.</summary>
public sealed class MappingMatch
{
    private readonly IReadOnlyDictionary<int, int> _shared;

    public MappingMatch(SavedMapping mapping, IReadOnlyList<string> headers)
    {
        var (here, there) = (new HeaderSet(headers), new HeaderSet(mapping.Headers));
        Mapping = mapping;
        _shared = here.SharedWith(there);
        New = here.NotIn(there);
        Missing = there.NotIn(here);
    }

    public SavedMapping Mapping { get; }

    /// <summary>How many columns both have.</summary>
    public int Shared => _shared.Count;

    /// <summary>Columns that only the file has.</summary>
    public IReadOnlyList<string> New { get; }

    /// <summary>Columns that only the saved mapping has.</summary>
    public IReadOnlyList<string> Missing { get; }

    public bool IsExact => New.Count == 0 && Missing.Count == 0;

    /// <summary>Of all columns that one of them has, the percentage that both have.</summary>
    public int Percent => Shared * 100 / Math.Max(1, Shared + Math.Max(New.Count, Missing.Count));

    /// <summary>True for a column that the saved mapping decides about.</summary>
    public bool Covers(int column) => _shared.ContainsKey(column);

    /// <summary>The saved targets where there are any; columns that had one of them become variables.</summary>
    /// <param name="others">What the columns are that the saved mapping does not know.</param>
    public IReadOnlyList<ColumnTarget> Apply(IReadOnlyList<string> headers, IReadOnlyList<ColumnTarget> others)
    {
        ColumnTarget[] targets =
            [.. others.Select((other, index) => _shared.TryGetValue(index, out var there) ? Mapping.Columns[there] : other)];
        return new ColumnMapping(headers, targets).KeepAt(_shared.Keys).Targets;
    }
}
