using System.Collections.Concurrent;

namespace BatchDashboard.Core.Imports;

/// <summary>The groups of one run: as many as are under way between reading and storing, used again and again.</summary>
internal sealed class ImportGroups
{
    private readonly ConcurrentBag<ImportGroup> _spare = [];

    public ImportGroup Take() => _spare.TryTake(out var group) ? group : new ImportGroup(this);

    public void Return(ImportGroup group) => _spare.Add(group);
}
