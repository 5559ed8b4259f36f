using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Architecture;

/// <summary>Every text file that belongs to the project, read once.</summary>
internal static class SourceTree
{
    private static readonly string[] Foreign =
        [".git", "bin", "obj", "data", "artifacts", "node_modules", "TestResults", ".vs", ".idea", ".vscode"];

    private static readonly string[] TextFiles =
    [
        ".cs", ".razor", ".cshtml", ".css", ".js", ".html", ".md", ".json", ".sh", ".yml", ".yaml", ".props", ".targets",
        ".csproj", ".sln", ".config", ".txt", ".http", ".editorconfig", ".gitignore", ".gitattributes", "",
    ];

    public static IReadOnlyList<SourceFile> Files { get; } = [.. Read(new DirectoryInfo(SolutionDirectory.Root))];

    public static IEnumerable<SourceFile> Product => Files.Where(file => file.IsProduct && file.IsCode);

    public static IEnumerable<SourceFile> Code => Files.Where(file => file.IsCode);

    private static IEnumerable<SourceFile> Read(DirectoryInfo folder) =>
    [
        .. folder.EnumerateFiles().Where(IsText).OrderBy(file => file.Name, StringComparer.Ordinal).Select(Read),
        .. folder.EnumerateDirectories().Where(child => !Foreign.Contains(child.Name))
            .OrderBy(child => child.Name, StringComparer.Ordinal).SelectMany(Read),
    ];

    private static bool IsText(FileInfo file) =>
        TextFiles.Contains(file.Extension) && file.Name != ".git" && !file.Name.EndsWith(".min.js", StringComparison.Ordinal);

    private static SourceFile Read(FileInfo file) => new(
        Path.GetRelativePath(SolutionDirectory.Root, file.FullName).Replace('\\', '/'),
        File.ReadAllText(file.FullName).ReplaceLineEndings("\n"));
}
