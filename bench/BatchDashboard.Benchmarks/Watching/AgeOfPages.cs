using System.Globalization;

namespace BatchDashboard.Benchmarks.Watching;

/// <summary>How old the number of calls done, as open pages show it, has become whenever it is replaced.</summary>
internal sealed class AgeOfPages(Progress truth)
{
    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _ages = [];
    private bool _counts;

    public void Begin()
    {
        lock (_lock)
            _counts = true;
    }

    public (TimeSpan Median, TimeSpan P99) End()
    {
        lock (_lock)
        {
            _counts = false;
            var sorted = _ages.Order().ToList();
            if (sorted.Count == 0)
                throw new InvalidOperationException("No page has shown how many calls are done.");
            return (sorted[sorted.Count / 2], sorted[(int)Math.Ceiling(sorted.Count * 0.99) - 1]);
        }
    }

    /// <summary>Hears of the changes of one page.</summary>
    public Action<IEnumerable<string>> NewPage()
    {
        var shown = 0;
        return texts =>
        {
            // Of the numbers on the page only what is left and what is all are larger, and those are larger than all that is done.
            var now = texts.Select(Number).Where(number => number <= truth.Done).DefaultIfEmpty(0).Max();
            if (now <= shown)
                return;
            var age = truth.OutdatedFor(shown);
            shown = now;
            lock (_lock)
            {
                if (_counts)
                    _ages.Add(age);
            }
        };
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
