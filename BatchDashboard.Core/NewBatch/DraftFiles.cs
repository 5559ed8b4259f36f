using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.NewBatch;

/// <summary>Looks into the uploaded files of drafts.</summary>
public sealed class DraftFiles(DataDirectory directory, PhoneGate gate)
{
    /// <summary>The name under which an upload is stored; nothing of what the browser said is in it.</summary>
    public static string NewName(DateTimeOffset now) => $"{Guid.CreateVersion7(now):N}.csv";

    public string PathOf(string storedAs) => Path.Combine(directory.Uploads, storedAs);

    public void Remove(string storedAs) => File.Delete(PathOf(storedAs));

    /// <summary>Detects how the file is to be read and reads its headers.</summary>
    public async Task<Result<DraftSource>> ReadAsync(string fileName, string storedAs, CancellationToken cancellationToken)
    {
        var path = PathOf(storedAs);
        var format = await SourceFormatDetector.DetectAsync(path, cancellationToken);
        if (!format.IsSuccess)
            return format.Error;
        var opened = await CsvSource.OpenAsync(path, format.Value, cancellationToken);
        if (!opened.IsSuccess)
            return opened.Error;
        await using var source = opened.Value;
        return new DraftSource(fileName, storedAs, new FileInfo(path).Length, format.Value, source.Preview.Headers);
    }

    /// <summary>The headers and first rows, for the mapping step.</summary>
    public async Task<Result<SourcePreview>> PreviewAsync(DraftSource source, CancellationToken cancellationToken)
    {
        var opened = await CsvSource.OpenAsync(PathOf(source.StoredAs), source.Format, cancellationToken);
        if (!opened.IsSuccess)
            return opened.Error;
        await using var csv = opened.Value;
        return csv.Preview;
    }

    /// <summary>What each column is taken for, with the reason.</summary>
    public async Task<Result<IReadOnlyList<ColumnGuess>>> GuessColumnsAsync(DraftSource source, CancellationToken cancellationToken)
    {
        var preview = await PreviewAsync(source, cancellationToken);
        if (!preview.IsSuccess)
            return preview.Error;
        var guesses = MappingGuesser.Guess(
            preview.Value,
            name => CallSettingCatalog.Find(name) is not null,
            cell => gate.Check(cell, new PhoneRules()).Number is not null);
        return Success.Of(guesses);
    }
}
