namespace BatchDashboard.Core.Imports.Sources;

/// <summary>What was found out about a file before anybody was asked.</summary>
/// <param name="Reasons">Why each part of the format is what it is.</param>
/// <param name="EncodingIsGuess">Another encoding fits as well; people should look at the accents.</param>
/// <param name="Sheets">The names of a workbook's sheets in their order; empty for text.</param>
public sealed record SourceDetection(
    SourceFormat Format,
    FormatReasons Reasons,
    bool EncodingIsGuess,
    IReadOnlyList<string> Sheets);
