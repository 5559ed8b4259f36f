using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Imports;

/// <summary>What a batch asks of its rows.</summary>
/// <param name="CallDuplicates">Calls a number as often as it stands in the source, instead of once.</param>
/// <param name="OwnNumber">The caller id of the batch (its setting <c>from</c>), in any spelling.</param>
/// <param name="MaxRows">Rows ready and skipped together; one more refuses the source.</param>
/// <param name="SkipCalledWithinDays">Skips numbers that were dialled in so many days before the batch was made.</param>
public sealed record ImportRules(
    PhoneRules Phone,
    bool CallDuplicates = false,
    string? OwnNumber = null,
    int MaxRows = 2_000_000,
    int? SkipCalledWithinDays = null);
