namespace BatchDashboard.Core.Imports.Workbooks;

/// <summary>One sheet of a workbook that has cells.</summary>
/// <param name="Part">The part of the package that holds its rows.</param>
internal sealed record WorkbookSheet(string Name, bool IsVisible, string Part);
