using System.Text.Json.Serialization;

namespace BatchDashboard.Core.Imports.Sources;

/// <summary>What a source file is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SourceKind>))]
public enum SourceKind
{
    /// <summary>Text with delimiters, whichever.</summary>
    Csv,

    /// <summary>An Excel workbook (.xlsx, .xlsm).</summary>
    Workbook,
}
