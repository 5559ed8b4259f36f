using System.Reflection;
using System.Xml.Linq;
using BatchDashboard.Core;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Architecture;

public sealed class ReferenceTests
{
    private static readonly string[] OfTheWeb = ["Microsoft.AspNetCore", "MudBlazor", "Hangfire", "BatchDashboard.Web"];

    [Fact]
    public void Core_is_built_without_the_web()
    {
        var references = ReferencesOf(typeof(CoreRegistration).Assembly).ToArray();

        Assert.NotEmpty(references);
        Assert.DoesNotContain(references, name => OfTheWeb.Any(part => name.StartsWith(part, StringComparison.Ordinal)));
    }

    [Fact]
    public void Core_asks_for_no_framework_but_the_plain_one() =>
        Assert.Empty(ProjectFile("BatchDashboard.Core").Descendants("FrameworkReference"));

    [Theory]
    [InlineData("BatchDashboard.Core", "")]
    [InlineData("BatchDashboard.Web", "BatchDashboard.Core")]
    [InlineData("BatchDashboard.Tests", "BatchDashboard.Web")]
    public void The_arrows_point_from_tests_to_web_to_core(string project, string expected)
    {
        var references = ProjectFile(project).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value));

        Assert.Equal(expected, string.Join(',', references));
    }

    private static IEnumerable<string> ReferencesOf(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!);

    private static XDocument ProjectFile(string project) =>
        XDocument.Load(SolutionDirectory.PathOf(project, project + ".csproj"));
}
