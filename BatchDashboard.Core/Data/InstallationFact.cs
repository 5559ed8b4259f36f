namespace BatchDashboard.Core.Data;

/// <summary>Something that is decided once per installation, such as the key under which call ids are made.</summary>
public sealed class InstallationFact
{
    public required string Name { get; init; }

    public required string Value { get; set; }
}
