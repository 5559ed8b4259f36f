using System.Globalization;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.NewBatch.Recipients;

/// <summary>A file that is being uploaded.</summary>
/// <param name="Sent">In bytes.</param>
/// <param name="Size">In bytes.</param>
internal sealed record FileOnItsWay(string Name, long Sent, long Size, TimeSpan Elapsed)
{
    /// <summary>Before that, a speed is a matter of chance.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(1);

    public int Percent => Size == 0 ? 100 : (int)(Sent * 100 / Size);

    /// <summary>What is left to do after the last byte is the server's: reading how the file is built.</summary>
    public string Progress => Sent < Size
        ? $"{Counted.Bytes(Sent)} of {Counted.Bytes(Size)}, {Percent} %{Pace}"
        : $"{Counted.Bytes(Size)}, reading…";

    private string Pace
    {
        get
        {
            if (Elapsed < Settled || Sent == 0)
                return "";
            var perSecond = Sent / Elapsed.TotalSeconds;
            var speed = (perSecond / 1024 / 1024).ToString("0.#", CultureInfo.InvariantCulture);
            return $", {speed} MB/s, {TimeLeft((Size - Sent) / perSecond)} left";
        }
    }

    private static string TimeLeft(double seconds) => seconds switch
    {
        < 60 => $"{Counted.Number((long)Math.Ceiling(seconds))} s",
        _ => $"{Counted.Number((long)Math.Ceiling(seconds / 60))} min",
    };
}
