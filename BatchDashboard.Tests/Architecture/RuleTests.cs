namespace BatchDashboard.Tests.Architecture;

public sealed class RuleTests
{
    private static readonly Rule[] Rules = [.. OwnerRules.All, .. WordRules.All];

    public static TheoryData<string> Names => [.. Rules.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_tree_keeps_the_rule(string name) => RuleNamed(name).Check(SourceTree.Files);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_rule_finds_what_it_forbids(string name)
    {
        var rule = RuleNamed(name);
        string[] folders = ["BatchDashboard.Core/Calls", "BatchDashboard.Web/Calls", "BatchDashboard.Tests/Calls"];
        var guilty = folders.Select(folder => new SourceFile($"{folder}/Guilty.cs", rule.Example)).Where(rule.Applies);

        Assert.NotEmpty(guilty);
        Assert.All(guilty, file => Assert.Equal($"{file.Path}:1: {rule.Example}", Assert.Single(file.Find(rule.Forbidden))));
    }

    private static Rule RuleNamed(string name) => Rules.Single(rule => rule.Name == name);
}
