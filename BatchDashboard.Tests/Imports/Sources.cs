using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Tests.Imports;

/// <summary>Runs a file through detection, the API's mapping and the pipeline, as an upload does.</summary>
internal static class Sources
{
    public static async Task<List<IReadOnlyList<ReadRow>>> GroupsAsync(
        SourceFile file,
        ImportRules? rules = null,
        IReadOnlyDictionary<string, string>? columnMapping = null)
    {
        var (format, mapping) = await MapAsync(file, columnMapping);
        return await new ImportPipeline(rules ?? new ImportRules(new PhoneRules()), TinyChecks.All)
            .ReadCsvAsync(file.Path, format, mapping, CancellationToken.None)
            .Select(ReadRow.Of)
            .ToListAsync();
    }

    public static async Task<(SourceFormat Format, ColumnMapping Mapping)> MapAsync(
        SourceFile file,
        IReadOnlyDictionary<string, string>? columnMapping = null)
    {
        var format = (await file.DetectAsync()).Value.Format;
        var opened = await ImportSource.OpenAsync(file.Path, format, CancellationToken.None);
        if (!opened.IsSuccess)
            throw new SourceUnreadableException(opened.Error);
        await using var source = opened.Value;
        return (format, ColumnMapping.FromApi(source.Preview.Headers, columnMapping, TinyChecks.IsSetting).Value);
    }
}
