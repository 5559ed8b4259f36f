using System.Diagnostics;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Core.Dispatching;

/// <summary>Kills this process at a step of a dial, without any ado, when a test asks for it by <c>Dispatch:CrashAt</c>.</summary>
public sealed class FaultPoints
{
    private readonly FaultPoint? _crashAt;
    private int _left;

    public FaultPoints(IOptions<DispatchOptions> options)
    {
        if (options.Value.CrashAt is { } text)
            (_crashAt, _left) = Read(text);
    }

    public void Reach(FaultPoint point)
    {
        if (point == _crashAt && Interlocked.Decrement(ref _left) == 0)
            Process.GetCurrentProcess().Kill();
    }

    /// <summary><c>AfterIntent</c>, or <c>AfterIntent:7</c> for the seventh time it is reached.</summary>
    private static (FaultPoint Point, int Times) Read(string text) => text.Split(':') switch
    {
        [var point] => (Enum.Parse<FaultPoint>(point), 1),
        [var point, var times] => (Enum.Parse<FaultPoint>(point), int.Parse(times, System.Globalization.CultureInfo.InvariantCulture)),
        _ => throw new FormatException($"Dispatch:CrashAt is {text}, which is no step and number."),
    };
}
