using System.Globalization;
using System.Text.Json.Nodes;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Core.Templates;

/// <summary>Makes templates and their versions; what was saved once is never changed.</summary>
public sealed class TemplateService(Database database, TimeProvider time)
{
    public Task<Result<TemplateVersion>> CreateAsync(
        string name, JsonObject settings, string by, CancellationToken cancellationToken) => WriteAsync(
            async context =>
            {
                var template = Template.Create(name.Trim(), time.GetUtcNow());
                context.Add(template);
                return await AddVersionAsync(context, template, name, settings, by, restoredFrom: null, cancellationToken);
            },
            cancellationToken);

    /// <summary>Makes a template of a starter; when its name is taken, under the next free one.</summary>
    public Task<Result<TemplateVersion>> CreateAsync(StarterTemplate starter, string by, CancellationToken cancellationToken) => WriteAsync(
        async context =>
        {
            var (name, next) = (starter.Name, 2);
            while (await context.Templates.AnyAsync(t => t.Name == name, cancellationToken))
                name = string.Create(CultureInfo.InvariantCulture, $"{starter.Name} {next++}");
            var template = Template.Create(name, time.GetUtcNow());
            context.Add(template);
            return await AddVersionAsync(context, template, name, starter.Settings(), by, restoredFrom: null, cancellationToken);
        },
        cancellationToken);

    /// <summary>Makes the next version.</summary>
    /// <param name="seen">The newest version when it was opened; when there is a newer one, it is told and nothing is saved.</param>
    /// <param name="name">Null keeps its name.</param>
    public Task<Result<TemplateVersion>> SaveAsync(
        Guid id, int seen, string? name, JsonObject settings, string by, CancellationToken cancellationToken) => WriteAsync(
            async context =>
            {
                if (await context.Templates.SingleOrDefaultAsync(t => t.Id == id, cancellationToken) is not { } template)
                    return TemplateErrors.NotFound();
                var newest = await VersionAsync(context, id, template.Version, cancellationToken);
                if (template.Version != seen)
                    return TemplateErrors.ChangedMeanwhile(newest!);
                var kept = name?.Trim() ?? template.Name;
                if (newest!.Name == kept && JsonNode.DeepEquals(newest.Settings, Clean(settings)))
                    return TemplateErrors.NothingChanged();
                return await AddVersionAsync(context, template, kept, settings, by, restoredFrom: null, cancellationToken);
            },
            cancellationToken);

    /// <summary>Makes a new version of what an older one said; the name stays.</summary>
    public Task<Result<TemplateVersion>> RestoreAsync(Guid id, int version, string by, CancellationToken cancellationToken) => WriteAsync(
        async context =>
        {
            if (await context.Templates.SingleOrDefaultAsync(t => t.Id == id, cancellationToken) is not { } template)
                return TemplateErrors.NotFound();
            if (await VersionAsync(context, id, version, cancellationToken) is not { } old)
                return TemplateErrors.NoSuchVersion(version);
            return await AddVersionAsync(context, template, template.Name, old.Settings, by, version, cancellationToken);
        },
        cancellationToken);

    /// <summary>Removes it with its versions; batches and drafts have their own copy. False: it was gone already.</summary>
    public Task<bool> DeleteAsync(Guid id, string by, CancellationToken cancellationToken) => database.WriteAsync(
        WritePriority.Interactive,
        async context =>
        {
            if (await context.Templates.SingleOrDefaultAsync(t => t.Id == id, cancellationToken) is not { } template)
                return false;
            context.Remove(template);
            context.Add(AuditEntry.Write(AuditAction.TemplateDeleted, id.ToString(), template.Name, by, time.GetUtcNow()));
            await context.TemplateVersions.Where(version => version.TemplateId == id).ExecuteDeleteAsync(cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return true;
        },
        cancellationToken);

    /// <summary>Counts a batch that is being launched, in the launch's own transaction; the template may be gone.</summary>
    internal static Task<int> CountUseAsync(
        DashboardDbContext context, TemplateUse use, DateTimeOffset now, CancellationToken cancellationToken) =>
        context.Templates.Where(template => template.Id == use.TemplateId).ExecuteUpdateAsync(
            set => set
                .SetProperty(template => template.Batches, template => template.Batches + 1)
                .SetProperty(template => template.LastUsedAt, now),
            cancellationToken);

    private Task<Result<TemplateVersion>> WriteAsync(
        Func<DashboardDbContext, Task<Result<TemplateVersion>>> work, CancellationToken cancellationToken) =>
        database.WriteAsync(WritePriority.Interactive, work, cancellationToken);

    private async Task<Result<TemplateVersion>> AddVersionAsync(
        DashboardDbContext context, Template template, string name, JsonObject settings, string by, int? restoredFrom,
        CancellationToken cancellationToken)
    {
        var problems = TemplateChecks.Of(name, settings);
        if (problems.Count > 0)
            return problems.ToArray();
        var trimmed = name.Trim();
        if (await context.Templates.AnyAsync(other => other.Id != template.Id && other.Name == trimmed, cancellationToken))
            return TemplateErrors.NameTaken(trimmed);
        var version = new TemplateVersion
        {
            TemplateId = template.Id,
            Number = template.Advance(trimmed),
            Name = trimmed,
            Settings = Clean(settings),
            SavedAt = time.GetUtcNow(),
            SavedBy = by,
            RestoredFrom = restoredFrom,
        };
        context.Add(version);
        await context.SaveChangesAsync(cancellationToken);
        return version;
    }

    private static Task<TemplateVersion?> VersionAsync(
        DashboardDbContext context, Guid id, int number, CancellationToken cancellationToken) =>
        context.TemplateVersions.AsNoTracking()
            .SingleOrDefaultAsync(version => version.TemplateId == id && version.Number == number, cancellationToken);

    /// <summary>A copy of what a template keeps: the start belongs to a batch.</summary>
    private static JsonObject Clean(JsonObject settings) => new(settings
        .Where(setting => setting.Key != "start_time" && setting.Value is not null)
        .OrderBy(setting => setting.Key, StringComparer.Ordinal)
        .Select(setting => KeyValuePair.Create(setting.Key, (JsonNode?)setting.Value!.DeepClone())));
}
