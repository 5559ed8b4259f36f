using System.Globalization;
using BatchDashboard.Core;
using BatchDashboard.Core.Batches.Requests;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace BatchDashboard.Web.Endpoints;

/// <summary>
/// Stores the parts <c>file</c> and <c>request</c> of a multipart body as they stream in, in any order.
/// </summary>
internal sealed class MultipartReceiver(HttpRequest request, ReceivedFiles files)
{
    private const string FilePart = "file";
    private const string RequestPart = "request";
    private const int LongestName = 200;

    /// <summary>RFC 2046, section 5.1.1.</summary>
    private const int LongestBoundary = 70;

    /// <summary>
    /// What the multipart reader throws at an early end, told from the errors of a disk by its number.
    /// </summary>
    private const int UnexpectedEnd = unchecked((int)0x80131620);

    private readonly Dictionary<string, ReceivedFile> _parts = [];

    public async Task<Result<ReceivedRequest>> ReceiveAsync(
        MediaTypeHeaderValue type, CancellationToken cancellationToken)
    {
        Error? error;
        try
        {
            error = HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= LongestBoundary, Value: { } boundary }
                ? await ReadPartsAsync(new MultipartReader(boundary, request.Body), cancellationToken)
                : BodyErrors.NoBoundary(LongestBoundary);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException { HResult: UnexpectedEnd })
        {
            error = BodyErrors.BrokenMultipart();
        }
        catch
        {
            RemoveParts();
            throw;
        }

        if (error is null)
            return new ReceivedRequest(_parts[RequestPart], _parts[FilePart]);
        RemoveParts();
        return error;
    }

    private async Task<Error?> ReadPartsAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (await ReadPartAsync(section, cancellationToken) is { } error)
                return error;
        }

        if (!_parts.ContainsKey(FilePart))
            return BodyErrors.NoPart(FilePart, "the CSV file or Excel workbook of recipients");
        return _parts.ContainsKey(RequestPart)
            ? null
            : BodyErrors.NoPart(RequestPart, "the JSON with global and what else is asked for");
    }

    private async Task<Error?> ReadPartAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        var disposition = section.GetContentDispositionHeader();
        var name = HeaderUtilities.RemoveQuotes(disposition?.Name ?? default).Value;
        if (name is not (FilePart or RequestPart))
            return BodyErrors.UnknownPart(name);
        if (_parts.ContainsKey(name))
            return BodyErrors.PartTwice(name);
        var part = await files.SaveAsync(
            section.Body, name == FilePart ? ".upload" : ".json", FileName(disposition!), cancellationToken);
        if (!part.IsSuccess)
            return part.Error with { Field = name };
        _parts[name] = part.Value;
        return null;
    }

    private void RemoveParts()
    {
        foreach (var part in _parts.Values)
            part.Dispose();
    }

    /// <summary>What the sender calls the file, without folders and characters that do not show.</summary>
    private static string? FileName(ContentDispositionHeaderValue disposition)
    {
        var given = disposition.FileNameStar.HasValue
            ? disposition.FileNameStar
            : HeaderUtilities.RemoveQuotes(disposition.FileName);
        var name = string.Concat((given.Value ?? "").Split('/', '\\')[^1].Where(c => !IsInvisible(c))).Trim();
        return name.Length == 0 ? null : name[..Math.Min(name.Length, LongestName)];
    }

    private static bool IsInvisible(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format;
}
