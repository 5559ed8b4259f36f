using BatchDashboard.Core.Data;
using BatchDashboard.Core.Imports.Columns;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.NewBatch.Mapping;

/// <summary>Reads each file of a draft once as a whole and keeps what stands in its columns.</summary>
public sealed class DraftProfiles(Database database, DraftFiles files)
{
    /// <summary>The kept profile; null when this file, read in this way, has none yet.</summary>
    public async Task<SourceProfile?> FindAsync(Guid draft, DraftSource source, CancellationToken cancellationToken)
    {
        var readFrom = NameOf(source);
        await using var context = await database.ReadAsync(cancellationToken);
        var kept = await context.DraftProfiles.AsNoTracking()
            .SingleOrDefaultAsync(profile => profile.DraftId == draft && profile.ReadFrom == readFrom, cancellationToken);
        return kept?.Profile;
    }

    /// <summary>Reads the whole file and keeps the result.</summary>
    public async Task<Result<SourceProfile>> ReadAsync(
        Guid draft, DraftSource source, CancellationToken cancellationToken)
    {
        var profile = await files.ProfileAsync(source, cancellationToken);
        if (profile.IsSuccess)
            await KeepAsync(draft, source, profile.Value, cancellationToken);
        return profile;
    }

    private async Task KeepAsync(Guid draft, DraftSource source, SourceProfile profile, CancellationToken cancellationToken) =>
        await database.WriteAsync(
            WritePriority.Interactive,
            async context =>
            {
                // A draft that was discarded or launched meanwhile needs none.
                if (!await context.Drafts.AnyAsync(d => d.Id == draft && d.LaunchedAs == null, cancellationToken))
                    return false;
                await context.DraftProfiles.Where(kept => kept.DraftId == draft).ExecuteDeleteAsync(cancellationToken);
                context.Add(new DraftProfile { DraftId = draft, ReadFrom = NameOf(source), Profile = profile });
                await context.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken);

    private static string NameOf(DraftSource source) => $"{source.StoredAs} {source.Format}";
}
