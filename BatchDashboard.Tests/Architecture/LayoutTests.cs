using System.Text.RegularExpressions;

namespace BatchDashboard.Tests.Architecture;

public sealed partial class LayoutTests
{
    private static readonly string[] Dumps =
        ["Models", "Services", "Helpers", "Utils", "Utilities", "Common", "Dtos", "ViewModels", "Managers", "Misc"];

    [Theory]
    [InlineData("C#", 300)]
    [InlineData("razor", 150)]
    [InlineData("test", 400)]
    public void A_file_is_short_enough_to_be_read(string kind, int limit) => Violations.AssertNone(
        $"A {kind} file has at most {limit} lines",
        "Find the second concern in it and give it a file of its own.",
        SourceTree.Code
            .Where(file => !file.IsMigration && KindOf(file) == kind && file.Lines.Count > limit)
            .Select(file => $"{file.Path}:{file.Lines.Count}"));

    [Fact]
    public void A_namespace_says_the_folder() => Violations.AssertNone(
        "A namespace is the folder's path",
        "Move the file or rename its namespace.",
        from file in SourceTree.Code
        let line = file.Lines.FirstOrDefault(line => NamespaceLine().IsMatch(line))
        where line is not null
        let found = NamespaceLine().Match(line).Groups["name"].Value
        let wanted = file.Folder.Replace("bench/", "", StringComparison.Ordinal).Replace('/', '.')
        where found != wanted
        select $"{file.Path}:{LineOf(file, line)}: {found} should be {wanted}");

    [Fact]
    public void A_file_holds_one_public_type_and_carries_its_name() => Violations.AssertNone(
        "A file holds one public type and carries its name",
        "Give every public type a file of its own, named after it.",
        SourceTree.Code.Where(file => file.IsCSharp && !file.IsMigration).SelectMany(MisplacedTypes));

    [Fact]
    public void No_folder_is_a_dump() => Violations.AssertNone(
        "Folders are named after features",
        "Put each file with the feature it serves.",
        SourceTree.Files.Where(file => file.Folder.Split('/').Any(Dumps.Contains)).Select(file => $"{file.Path}:1"));

    [Fact]
    public void No_type_has_an_empty_name() => Violations.AssertNone(
        "Types have names of the field",
        "Say what it is or does: Manager, Helper, Utils, Dto and ViewModel say nothing.",
        SourceTree.Code.Where(file => file.IsCSharp).SelectMany(file => file.Find(EmptyName())));

    [Fact]
    public void The_settings_file_stands_at_the_top_and_nowhere_else() => Assert.Equal(
        ["appsettings.json"],
        SourceTree.Files.Where(file => file.Name.StartsWith("appsettings", StringComparison.Ordinal)).Select(file => file.Path));

    [Fact]
    public void A_test_is_named_with_a_sentence() => Violations.AssertNone(
        "A test is named with a sentence",
        "Say what holds: A_cancelled_batch_stays_cancelled.",
        from type in typeof(LayoutTests).Assembly.GetTypes()
        from method in type.GetMethods()
        where method.IsDefined(typeof(FactAttribute), inherit: true) && method.Name.Count(c => c == '_') < 2
        select $"{type.FullName}.{method.Name}");

    private static string KindOf(SourceFile file) => file.IsRazor ? "razor" : file.IsTest ? "test" : "C#";

    private static int LineOf(SourceFile file, string line) => file.Lines.ToList().IndexOf(line) + 1;

    private static IEnumerable<string> MisplacedTypes(SourceFile file)
    {
        var types = file.Lines.Select(line => PublicType().Match(line)).Where(match => match.Success).ToArray();
        return types
            .Where((type, index) => index > 0 || type.Groups["name"].Value != file.Name.Split('.')[0])
            .Select(type => $"{file.Path}:{LineOf(file, type.Groups[0].Value)}: {type.Groups["name"].Value}");
    }

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)|^@namespace\s+(?<name>[\w.]+)")]
    private static partial Regex NamespaceLine();

    // Nested types are indented: what starts a line is a top-level type.
    [GeneratedRegex(@"^public\s+(?:[a-z]+\s+)*?(?:class|record|struct|record\s+struct|interface|enum|delegate\s+[\w<>\[\]?]+)\s+(?!struct\b|class\b)(?<name>\w+).*$")]
    private static partial Regex PublicType();

    [GeneratedRegex(@"\b(class|record|struct|interface|enum)\s+\w*(Manager|Helpers?|Utils?|Utilities|Dto|DTO|ViewModel)\b")]
    private static partial Regex EmptyName();
}
