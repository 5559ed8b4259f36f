using System.Globalization;

namespace BatchDashboard.Core.Data;

/// <summary>
/// Notices that the data directory was restored from a backup, which knows nothing of the calls made since: a file beside
/// the database holds the database file's identity and an epoch that goes up with every start.
/// </summary>
/// <remarks>The file is written first, so its epoch is that of the database, or one ahead when the start was cut off.</remarks>
internal sealed class RestoreGuard(DataDirectory directory)
{
    private const string Epoch = "epoch";

    /// <summary>True: this is not the database that ran here last. Either way it is from now on.</summary>
    public bool Pass(DashboardDbContext context)
    {
        var known = context.Fact(Epoch);
        var epoch = known is null ? 0 : long.Parse(known, CultureInfo.InvariantCulture);
        var isRestored = known is not null && !IsOurs(epoch);
        Write(epoch + 1);
        context.SetFact(Epoch, (epoch + 1).ToString(CultureInfo.InvariantCulture));
        return isRestored;
    }

    private bool IsOurs(long epoch)
    {
        if (!File.Exists(directory.IdentityFile))
            return false;
        return File.ReadAllText(directory.IdentityFile).Split(' ') is [var identity, var written]
            && identity == FileIdentity.Of(directory.DatabaseFile)
            && long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number - epoch is 0 or 1;
    }

    /// <summary>All of it or nothing, on the disk before the database knows of it.</summary>
    private void Write(long epoch)
    {
        var next = directory.IdentityFile + ".new";
        using (var file = File.Create(next))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"{FileIdentity.Of(directory.DatabaseFile)} {epoch}")));
            file.Flush(flushToDisk: true);
        }

        File.Move(next, directory.IdentityFile, overwrite: true);
    }
}
