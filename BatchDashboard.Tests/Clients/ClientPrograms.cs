using System.Diagnostics;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Clients;

/// <summary>Programs of others that speak to the API; <c>test.sh</c> installs them from the npm registry.</summary>
internal static class ClientPrograms
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static string Folder { get; } = SolutionDirectory.PathOf("artifacts", "clients");

    public static string FileOf(string path)
    {
        var file = Path.Combine(Folder, "node_modules", path);
        Assert.True(File.Exists(file), $"There is no {file}. Run ./test.sh, which installs it, or npm ci in BatchDashboard.Tests/Clients.");
        return file;
    }

    /// <summary>A script of ours, put beside the packages that it asks for.</summary>
    public static string Beside(string package, string script)
    {
        FileOf(package);
        var copy = Path.Combine(Folder, Path.GetFileName(script));
        File.Copy(script, copy, overwrite: true);
        return copy;
    }

    /// <summary>What a program prints, and what it says beside; it must end well.</summary>
    /// <param name="input">What somebody types.</param>
    public static async Task<(string Printed, string Said)> RunAsync(
        string script, IReadOnlyList<string> arguments, string input = "", params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("node", [script, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var printed = process.StandardOutput.ReadToEndAsync();
        var said = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var command = $"{Path.GetFileName(script)} {string.Join(' ', arguments)}";
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            process.Kill();
            Assert.Fail($"{command} does not end. It printed:\n{await printed}\n{await said}");
        }

        Assert.True(process.ExitCode == 0, $"{command} ended with {process.ExitCode}:\n{await printed}\n{await said}");
        return (await printed, await said);
    }
}
