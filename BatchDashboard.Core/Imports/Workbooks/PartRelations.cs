namespace BatchDashboard.Core.Imports.Workbooks;

/// <summary>The parts that a part of a package refers to.</summary>
internal sealed class PartRelations
{
    private readonly List<(string Id, string Type, string Target)> _relations = [];

    /// <param name="folder">Of the part, with a slash at its end; empty for the package itself.</param>
    /// <param name="file">The name of the part in it; empty for the package itself.</param>
    public static PartRelations Read(Package package, string folder, string file)
    {
        var relations = new PartRelations();
        using var part = package.Open($"{folder}_rels/{file}.rels");
        while (part?.Read() == true)
            if (part.IsStartOf("Relationship")
                && part.Attribute("Id") is { } id
                && part.Attribute("Type") is { } type
                && Resolve(folder, part.Attribute("Target")) is { } target)
                relations._relations.Add((id, type[(type.LastIndexOf('/') + 1)..], target));
        return relations;
    }

    /// <param name="type">The last segment of the relation's type, such as <c>worksheet</c>.</param>
    public string? OfType(string type) => _relations.Find(relation => relation.Type == type).Target;

    public string? Find(string? id, string type) =>
        _relations.Find(relation => relation.Id == id && relation.Type == type).Target;

    private static string? Resolve(string folder, string? target) =>
        Uri.TryCreate($"part:///{folder}", UriKind.Absolute, out var start) && Uri.TryCreate(start, target, out var whole)
            ? Uri.UnescapeDataString(whole.AbsolutePath).TrimStart('/')
            : null;
}
