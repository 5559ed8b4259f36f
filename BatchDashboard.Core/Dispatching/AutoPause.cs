using System.Globalization;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.Dispatching;

/// <summary>Decides from the last calls of a batch whether so many fail that it had better wait for an operator.</summary>
public sealed class AutoPause(IOptions<DispatchOptions> options)
{
    public const string Code = "too_many_failures";

    private const string Fine = ".";

    /// <summary>So many rows of each cause are named.</summary>
    private const int Samples = 3;

    public bool IsOff => options.Value.AutoPausePercent == 0 || options.Value.AutoPauseWindow == 0;

    /// <param name="recent">As it was returned before; empty at first.</param>
    public (string Text, Error? Problem) Add(string recent, IEnumerable<EndedCall> ended)
    {
        var ends = recent.Split(' ', StringSplitOptions.RemoveEmptyEntries).Concat(ended.Select(Text))
            .TakeLast(options.Value.AutoPauseWindow).ToList();
        var failed = ends.FindAll(end => end != Fine);
        var isTooMuch = ends.Count == options.Value.AutoPauseWindow
            && failed.Count * 100 > options.Value.AutoPausePercent * ends.Count;
        return (string.Join(' ', ends), isTooMuch ? ProblemOf(failed, ends.Count) : null);
    }

    private static string Text(EndedCall call) => call.Failure is { } code
        ? string.Create(CultureInfo.InvariantCulture, $"{code.Replace(' ', '_')}@{call.RowNumber}")
        : Fine;

    private Error ProblemOf(List<string> failed, int of)
    {
        var causes = failed.Select(end => end.Split('@')).GroupBy(end => end[0], end => end[^1])
            .OrderByDescending(cause => cause.Count())
            .Select(cause => $"{cause.Key} {cause.Count()} times, such as row {string.Join(", ", cause.TakeLast(Samples))}");
        return new Error(
            Code,
            $"{failed.Count} of the last {of} calls failed, and more than {options.Value.AutoPausePercent} % pause the batch: " +
            $"{string.Join("; ", causes)}. Look at them, and resume the batch when the cause is gone.");
    }
}
