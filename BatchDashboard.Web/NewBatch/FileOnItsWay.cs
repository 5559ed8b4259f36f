using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.NewBatch;

/// <summary>A file that is being uploaded.</summary>
/// <param name="Sent">In bytes.</param>
/// <param name="Size">In bytes.</param>
internal sealed record FileOnItsWay(string Name, long Sent, long Size)
{
    public int Percent => Size == 0 ? 100 : (int)(Sent * 100 / Size);

    /// <summary>What is left to do after the last byte is the server's: reading how the file is built.</summary>
    public string Progress => Sent < Size
        ? $"{Counted.Bytes(Sent)} of {Counted.Bytes(Size)}, {Percent} %"
        : $"{Counted.Bytes(Size)}, reading…";
}
