namespace BatchDashboard.Core.Imports.Sources;

/// <summary>An encoding that people can choose.</summary>
/// <param name="Name">As a <see cref="SourceFormat"/> carries it.</param>
public sealed record SourceEncoding(string Name, string Label);
