using System.Xml;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.Imports.Workbooks;

/// <summary>The names in an XML document, which its reader keeps for good: there cannot be many.</summary>
internal sealed class BoundedNames : NameTable
{
    private const int Most = 10_000;

    private int _count;

    public override string Add(char[] key, int start, int len) =>
        Get(key, start, len) ?? Counted(base.Add(key, start, len));

    public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

    private string Counted(string name) =>
        ++_count <= Most ? name : throw new SourceUnreadableException(WorkbookErrors.Damaged());
}
