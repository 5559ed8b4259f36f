using System.Text.Json;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Clients;

/// <summary>The vendor's own command line program, as it is in the npm registry; <c>test.sh</c> installs it.</summary>
internal sealed class BlandCli(Uri address, string key) : IDisposable
{
    private readonly ScratchDirectory _home = new();

    public string PathOf(string file) => _home.PathOf(file);

    /// <summary>What it prints as JSON.</summary>
    public async Task<JsonElement> JsonAsync(params string[] arguments)
    {
        var printed = await RunAsync(input: "", [.. arguments, "--json"]);
        try
        {
            return JsonElement.Parse(printed);
        }
        catch (JsonException)
        {
            Assert.Fail($"bland {string.Join(' ', arguments)} printed no JSON:\n{printed}");
            throw;
        }
    }

    /// <summary>What it prints; it must end well.</summary>
    /// <param name="input">What somebody types.</param>
    public async Task<string> RunAsync(string input, params string[] arguments)
    {
        var (printed, said) = await ClientPrograms.RunAsync(
            ClientPrograms.FileOf("bland-cli/dist/index.js"),
            arguments,
            input,
            ("BLAND_BASE_URL", address.GetLeftPart(UriPartial.Authority)),
            ("BLAND_API_KEY", key),
            ("HOME", _home.Root),
            ("XDG_CONFIG_HOME", _home.PathOf("config")));
        return printed + (arguments.Contains("--json") ? "" : said);
    }

    public void Dispose() => _home.Dispose();
}
