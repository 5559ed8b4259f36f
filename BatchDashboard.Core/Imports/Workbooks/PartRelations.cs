namespace BatchDashboard.Core.Imports.Workbooks;

/// <summary>The parts that a part of a package refers to.</summary>
internal sealed class PartRelations
{
    /// <summary>Far more than any workbook has; the others are passed over.</summary>
    private const int Most = 10_000;

    private readonly Dictionary<(string Id, string Type), string> _byId = [];
    private readonly Dictionary<string, string> _firstOfType = [];

    /// <param name="folder">Of the part, with a slash at its end; empty for the package itself.</param>
    /// <param name="file">The name of the part in it; empty for the package itself.</param>
    public static PartRelations Read(Package package, string folder, string file)
    {
        var relations = new PartRelations();
        using var part = package.Open($"{folder}_rels/{file}.rels");
        while (relations._byId.Count < Most && part?.Read() == true)
            if (part.IsStartOf("Relationship")
                && part.Attribute("Id") is { } id
                && part.Attribute("Type") is { } type
                && Resolve(folder, part.Attribute("Target")) is { } target)
                relations.Add(id, type[(type.LastIndexOf('/') + 1)..], target);
        return relations;
    }

    /// <param name="type">The last segment of the relation's type, such as <c>worksheet</c>.</param>
    public string? OfType(string type) => _firstOfType.GetValueOrDefault(type);

    public string? Find(string? id, string type) => id is null ? null : _byId.GetValueOrDefault((id, type));

    private void Add(string id, string type, string target)
    {
        _byId.TryAdd((id, type), target);
        _firstOfType.TryAdd(type, target);
    }

    private static string? Resolve(string folder, string? target) =>
        Uri.TryCreate($"part:///{folder}", UriKind.Absolute, out var start) && Uri.TryCreate(start, target, out var whole)
            ? Uri.UnescapeDataString(whole.AbsolutePath).TrimStart('/')
            : null;
}
