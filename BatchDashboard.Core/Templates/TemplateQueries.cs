using BatchDashboard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Templates;

/// <summary>Reads templates; everybody of the installation uses them.</summary>
public sealed class TemplateQueries(Database database)
{
    /// <summary>All of them by name.</summary>
    public async Task<IReadOnlyList<TemplateSummary>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        var rows = await context.Templates.AsNoTracking()
            .Join(
                context.TemplateVersions.AsNoTracking(),
                template => new { template.Id, Number = template.Version },
                version => new { Id = version.TemplateId, version.Number },
                (template, version) => new { Template = template, Newest = version })
            .OrderBy(row => row.Template.Name)
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new TemplateSummary(
                row.Template.Id, row.Template.Name, row.Template.Version, TemplateText.Variables(row.Newest.Settings),
                row.Template.Batches, row.Template.LastUsedAt, row.Newest.SavedAt)),
        ];
    }

    public async Task<Result<TemplateHistory>> GetAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        var template = await context.Templates.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, cancellationToken);
        if (template is null)
            return TemplateErrors.NotFound();
        return new TemplateHistory(
            template,
            await context.TemplateVersions.AsNoTracking()
                .Where(version => version.TemplateId == id && version.Number <= template.Version)
                .OrderByDescending(version => version.Number).ToListAsync(cancellationToken));
    }

    /// <summary>What it says now.</summary>
    public async Task<Result<TemplateVersion>> NewestAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var context = await database.ReadAsync(cancellationToken);
        var newest = await context.TemplateVersions.AsNoTracking().Where(version => version.TemplateId == id)
            .OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancellationToken);
        return newest is null ? TemplateErrors.NotFound() : newest;
    }
}
