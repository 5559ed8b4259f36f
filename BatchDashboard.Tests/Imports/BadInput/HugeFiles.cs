namespace BatchDashboard.Tests.Imports.BadInput;

/// <summary>Tests that count what the whole process allocates, so that nothing else may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class HugeFiles
{
    public const string Name = "Huge files";
}
