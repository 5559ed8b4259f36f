using System.Text.RegularExpressions;

namespace BatchDashboard.Tests.Architecture;

/// <summary>What may not be written at all, and what to write instead.</summary>
internal static class WordRules
{
    public static Rule[] All { get; } =
    [
        Product("Time comes from a TimeProvider", @"\bDateTime(Offset)?\.(Utc)?(Now|Today)\b",
            "Take a TimeProvider and ask it.", "var now = DateTimeOffset.UtcNow;"),
        Product("Nothing blocks a thread to wait",
            @"\bThread\.Sleep\b|\.Wait\(\)|\.GetAwaiter\(\)\.GetResult\(\)|(?<!\bawait\s+[\w.()]+)\.Result\b(?!\s*[=(<])",
            "Await it.", "var batch = LoadAsync().Result;"),
        Product("Nothing is async void", @"\basync\s+void\b",
            "Return a Task, so that a failure is seen.", "private async void OnClick()"),
        Product("A placement is sent once", @"\bAddStandardResilienceHandler\b|\bAddStandardHedgingHandler\b",
            "These resend a POST, and a person is called twice; retry reads only, with a handler of their own.",
            "client.AddStandardResilienceHandler();"),
        Product("Nothing fails in silence", @"\bcatch\s*(\([^)]*\))?\s*\{\s*\}",
            "Handle it, or let it rise.", "catch (IOException) { }"),
        Code("Nothing is left for later", @"\bTODO\b|\bFIXME\b|\bHACK\b|#region|\bNotImplementedException\b",
            "Do it now, or write an issue.", "throw new NotImplementedException();"),
        Tests("Tests run", @"\bSkip\s*=", "Repair the test or delete it.", "[Fact(Skip = \"slow\")]"),
        Tests("Tests wait for what they wait for", @"\bThread\.Sleep\b|\bTask\.Delay\b|\bWaitForTimeoutAsync\b",
            "Use Eventually, or a FakeTimeProvider.", "await page.WaitForTimeoutAsync(500);"),
        Tests("Fakes are written by hand", @"\b(Moq|NSubstitute|FakeItEasy|JustMock)\b",
            "Write a small class that implements the seam.", "using Moq;"),
        new("The tree stands alone", _ => true, new(@"\.\./s[h]ared\b|(?<![\w.])/w[o]rk/|/tmp/w[t]/"),
            "Say it here, or leave it out: nobody else has that path.", "See ." + "./shared/notes.md"),
        new("No package registry is named", _ => true, new(@"api\.n[u]get\.org|/v3/in[d]ex\.json|<package[S]ources>"),
            "Leave it to the machine's own configuration.", "<package" + "Sources>"),
    ];

    // The rules' own examples are the one place where the words must stand; where a rule looks here too, it is spelt
    // with brackets, so that it does not find itself.
    private static bool IsRuleBook(SourceFile file) => file.IsUnder("BatchDashboard.Tests/Architecture");

    private static Rule Product(string name, string words, string instead, string example) =>
        new(name, file => file.IsProduct && file.IsCode, new Regex(words), instead, example);

    private static Rule Tests(string name, string words, string instead, string example) =>
        new(name, file => file.IsTest && file.IsCode && !IsRuleBook(file), new Regex(words), instead, example);

    private static Rule Code(string name, string words, string instead, string example) =>
        new(name, file => file.IsCode && !IsRuleBook(file), new Regex(words), instead, example);
}
