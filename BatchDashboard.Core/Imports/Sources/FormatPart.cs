namespace BatchDashboard.Core.Imports.Sources;

/// <summary>A part of a <see cref="SourceFormat"/> that people may decide about.</summary>
public enum FormatPart
{
    Encoding,
    Delimiter,
    Quote,
    HeaderRow,
    Sheet,
}
