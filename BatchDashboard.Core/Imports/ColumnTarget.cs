namespace BatchDashboard.Core.Imports;

/// <summary>Where one column goes.</summary>
/// <param name="Name">The variable, metadata key or setting; null for the phone number and for ignored columns.</param>
public sealed record ColumnTarget(ColumnUse Use, string? Name = null);
