using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Imports;

/// <summary>A row that will be called, as a report lists it.</summary>
/// <param name="Data">As in <see cref="ImportedRow.Data"/>.</param>
public sealed record ReadyRow(int RowNumber, PhoneNumber Number, string Data);
