namespace BatchDashboard.Core.Imports;

/// <summary>True for the exact name of a call setting in the catalogue, without a dotted part.</summary>
public delegate bool SettingNames(string name);
