using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Imports;

namespace BatchDashboard.Core.NewBatch.Mapping;

/// <summary>How the columns of a launched batch were mapped, for the next file with such columns.</summary>
public sealed class SavedMapping
{
    /// <summary>Of the headers, whatever their order and spelling.</summary>
    public required string HeaderKey { get; init; }

    public required IReadOnlyList<string> Headers { get; init; }

    /// <summary>One per header.</summary>
    public required IReadOnlyList<ColumnTarget> Columns { get; init; }

    /// <summary>Numbers that were called in so many days before were skipped; null: nobody looked.</summary>
    public int? SkipCalledWithinDays { get; init; }

    /// <summary>Of numbers without a country code; null in mappings of before this was kept.</summary>
    public string? DefaultCountry { get; init; }

    public required BatchId Batch { get; init; }

    public required string BatchName { get; init; }

    public required DateTimeOffset SavedAt { get; init; }
}
