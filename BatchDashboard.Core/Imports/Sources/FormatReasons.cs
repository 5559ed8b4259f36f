namespace BatchDashboard.Core.Imports.Sources;

/// <summary>
/// Why a file is taken to be of its format, in short clauses for people; empty for what its kind does not have.
/// </summary>
public sealed record FormatReasons(
    string Header,
    string Encoding = "",
    string Delimiter = "",
    string Quote = "",
    string Sheet = "");
