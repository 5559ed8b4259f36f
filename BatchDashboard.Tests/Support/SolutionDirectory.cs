using System.Reflection;

namespace BatchDashboard.Tests.Support;

/// <summary>Where the sources and the built web app stand, as the build wrote it into the test assembly.</summary>
public static class SolutionDirectory
{
    public static string Root { get; } = Path.TrimEndingDirectorySeparator(Metadata("SolutionDirectory"));

    /// <summary>The web app in its own build output, beside its static web assets.</summary>
    public static string WebAssemblyFile { get; } = Metadata("WebAssemblyFile");

    /// <summary>Debug or Release, as the tests were built.</summary>
    public static string Configuration { get; } = Metadata("Configuration");

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string Metadata(string key) => typeof(SolutionDirectory).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
