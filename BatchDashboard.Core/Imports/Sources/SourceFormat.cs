namespace BatchDashboard.Core.Imports.Sources;

/// <summary>How the bytes of a source file are read; detected, then shown and open to correction.</summary>
/// <param name="Encoding">IANA name, such as <c>utf-8</c> or <c>windows-1252</c>.</param>
/// <param name="HeaderRow">Record number of the header row, from 1; 0 when the first row is data.</param>
public sealed record SourceFormat(string Encoding = "utf-8", char Delimiter = ',', int HeaderRow = 1);
