
namespace BatchDashboard.Tests.Support;

/// <summary>What an app wrote to its console, over all the processes of one test.</summary>
public sealed class AppLog
{
    private static readonly string[] BadHeads = ["fail: ", "crit: ", "Unhandled exception"];

    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private readonly List<string> _expected = [];

    public string Text
    {
        get
        {
            lock (_lock)
                return string.Join(Environment.NewLine, _lines);
        }
    }

    public void Add(string line)
    {
        lock (_lock)
            _lines.Add(line);
    }

    /// <summary>Says that the test provokes this: errors that contain the text are no problem.</summary>
    public void Expect(string text) => _expected.Add(text);

    /// <summary>Every logged error with its stack, save those the test expects.</summary>
    public IReadOnlyList<string> Problems() => [.. Errors().Where(error => !_expected.Any(error.Contains))];

    private List<string> Errors()
    {
        var errors = new List<string>();
        var inside = false;
        foreach (var line in Text.Split(Environment.NewLine))
        {
            // The console formatter indents the message and the stack below the line that names level and category.
            if (inside && line.StartsWith(' '))
            {
                errors[^1] += Environment.NewLine + line;
                continue;
            }

            inside = BadHeads.Any(head => line.StartsWith(head, StringComparison.Ordinal));
            if (inside)
                errors.Add(line);
        }

        return errors;
    }
}
