using System.Text.Json;

namespace BatchDashboard.Tests.Support;

/// <summary>The sandbox provider's own record of the calls it placed: the witness that no number was dialled twice.</summary>
public sealed class Ledger(string file)
{
    /// <summary>All placed calls in order; a last line that a kill cut short was not placed.</summary>
    public IReadOnlyList<LedgerEntry> Read()
    {
        var text = ReadText();
        var placed = text[..(text.LastIndexOf('\n') + 1)];
        return
        [
            .. placed.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<LedgerEntry>(line)!),
        ];
    }

    /// <summary>How often each number was dialled.</summary>
    public IReadOnlyDictionary<string, int> DialsByNumber() =>
        Read().CountBy(entry => entry.To).ToDictionary();

    private string ReadText()
    {
        if (!File.Exists(file))
            return "";
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
