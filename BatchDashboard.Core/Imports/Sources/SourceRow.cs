namespace BatchDashboard.Core.Imports.Sources;

/// <summary>One row of a source file as it stands there.</summary>
/// <param name="RowNumber">The row's number in the file, blank lines counted; the header is usually 1.</param>
/// <param name="Fields">As many as there are headers, unless the row's shape is its fault.</param>
/// <param name="Fault">
/// Why the row cannot be used; its code is one of <see cref="SkipCodes"/>, its field a header.
/// </param>
public sealed record SourceRow(int RowNumber, string[] Fields, Error? Fault = null);
