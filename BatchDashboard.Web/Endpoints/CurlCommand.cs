namespace BatchDashboard.Web.Endpoints;

/// <summary>
/// A request to this API as a command for a POSIX shell, whose every part arrives as it stands. The reader sets <c>KEY</c>, and
/// <c>ID</c> where the path has one.
/// </summary>
internal sealed class CurlCommand
{
    private const string NextLine = " \\\n  ";

    private readonly string _command;

    private CurlCommand(string command) => _command = command;

    /// <param name="site">The address of this installation, without a slash at the end.</param>
    /// <param name="path">With <c>{id}</c> for an id.</param>
    public static CurlCommand Of(string site, string method, string path) =>
        new($"curl -s {(method == "GET" ? "" : $"-X {method} ")}\"{Expanded(site + path).Replace("{id}", "$ID", StringComparison.Ordinal)}\"");

    public CurlCommand WithKey() => With("-H \"authorization: $KEY\"");

    public CurlCommand WithJson(string body) => With("-H 'content-type: application/json'").With($"-d {Word(body)}");

    /// <param name="name">The path of the file.</param>
    /// <param name="request">The JSON that goes with it, which curl is not to look into.</param>
    public CurlCommand WithFile(string name, string request) =>
        With($"-F {Word($"file=@\"{Escaped(name)}\"")}").With($"--form-string {Word($"request={request}")}");

    public override string ToString() => _command;

    private CurlCommand With(string part) => new(_command + NextLine + part);

    /// <summary>One word, of which the shell expands nothing.</summary>
    private static string Word(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>Within double quotes, where the shell would expand.</summary>
    private static string Expanded(string text) => string.Concat(text.Select(c => "\\\"$`".Contains(c, StringComparison.Ordinal) ? $"\\{c}" : $"{c}"));

    /// <summary>A name within curl's own quotes.</summary>
    private static string Escaped(string name) =>
        name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
