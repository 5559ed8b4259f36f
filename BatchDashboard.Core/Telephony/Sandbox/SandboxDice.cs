using System.Text;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Telephony.Sandbox;

/// <summary>Chance that falls the same way for the same seed, number and attempt, on every machine.</summary>
internal sealed class SandboxDice
{
    private ulong _state;

    /// <param name="use">Keeps what one part draws from changing what another one draws.</param>
    public SandboxDice(int seed, PhoneNumber number, int attempt, string use)
    {
        // FNV-1a; the hash codes of the runtime differ from process to process.
        _state = 14695981039346656037;
        foreach (var b in Encoding.UTF8.GetBytes($"{seed}|{number}|{attempt}|{use}"))
            _state = unchecked((_state ^ b) * 1099511628211);
    }

    public double Between(double low, double high) => low + (high - low) * (Next() >> 11) / (1UL << 53);

    public TimeSpan Seconds(double low, double high) =>
        TimeSpan.FromMilliseconds(Math.Round(Between(low, high) * 1000));

    public T Pick<T>(IReadOnlyList<T> choices) => choices[(int)(Next() % (ulong)choices.Count)];

    // SplitMix64.
    private ulong Next()
    {
        unchecked
        {
            var z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
