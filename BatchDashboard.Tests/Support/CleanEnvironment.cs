using System.Diagnostics;

namespace BatchDashboard.Tests.Support;

/// <summary>Keeps the settings of the machine and of the test runner out of the apps that tests start.</summary>
internal static class CleanEnvironment
{
    private static readonly string[] Prefixes =
    [
        "ASPNETCORE_", "DOTNET_ENVIRONMENT", "DOTNET_URLS", "Urls", "MSBuild", "VSTEST", "Logging__", "Kestrel__",
        "Bootstrap__", "Storage__", "Providers__", "Dispatch__", "Compliance__", "Import__", "Webhooks__", "PublicUrl",
    ];

    public static void Apply(ProcessStartInfo start)
    {
        foreach (var name in start.Environment.Keys.Where(IsForeign).ToArray())
            start.Environment.Remove(name);
        start.Environment["Logging__Console__FormatterName"] = "simple";
    }

    private static bool IsForeign(string name) =>
        Array.Exists(Prefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
