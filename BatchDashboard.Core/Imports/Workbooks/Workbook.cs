using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.Imports.Workbooks;

/// <summary>An open .xlsx file: its sheets, and the rows of each as a stream.</summary>
internal sealed class Workbook : IDisposable
{
    private const int MaxSheets = 1_000;

    private readonly Package _package;
    private readonly PartRelations _relations;
    private bool _countsFrom1904;

    private Workbook(Package package, string folder, string file)
    {
        (_package, _relations) = (package, PartRelations.Read(package, folder, file));
        Sheets = [.. ReadSheets(folder + file)];
    }

    /// <summary>In the order of the workbook; sheets that hold nothing but a chart are not among them.</summary>
    public IReadOnlyList<WorkbookSheet> Sheets { get; }

    /// <exception cref="SourceUnreadableException">It is no workbook, or a hostile one.</exception>
    public static Workbook Open(string path)
    {
        var package = Package.Open(path);
        try
        {
            return Package.Guard(() => Open(package));
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    /// <param name="name">Null for the first sheet that is visible.</param>
    /// <exception cref="SourceUnreadableException">There is no such sheet.</exception>
    public WorkbookSheet Find(string? name) => name is null
        ? Sheets.FirstOrDefault(sheet => sheet.IsVisible) ?? Sheets[0]
        : Sheets.FirstOrDefault(sheet => sheet.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new SourceUnreadableException(WorkbookErrors.NoSuchSheet(name));

    /// <summary>The rows of a sheet; the workbook must outlive them.</summary>
    /// <param name="most">Bytes of XML that may be read.</param>
    public SheetReader Read(WorkbookSheet sheet, long most = long.MaxValue) => Package.Guard(() => new SheetReader(
        _package.Open(sheet.Part, most) ?? throw new SourceUnreadableException(WorkbookErrors.Damaged()),
        new SharedStrings(_package.Open(_relations.OfType("sharedStrings"))),
        CellFormats.Read(_package.Open(_relations.OfType("styles"))),
        _countsFrom1904));

    public void Dispose() => _package.Dispose();

    private static Workbook Open(Package package)
    {
        var main = PartRelations.Read(package, folder: "", file: "").OfType("officeDocument") ?? "xl/workbook.xml";
        if (WhatElse(package, main) is { } error)
            throw new SourceUnreadableException(error);

        var slash = main.LastIndexOf('/') + 1;
        var workbook = new Workbook(package, main[..slash], main[slash..]);
        return workbook.Sheets.Count > 0 ? workbook : throw new SourceUnreadableException(WorkbookErrors.NoSheets());
    }

    /// <summary>Names what a package holds that is no workbook of this kind.</summary>
    private static Error? WhatElse(Package package, string main)
    {
        if (package.Has("xl/workbook.bin"))
            return WorkbookErrors.NoWorkbook("a binary workbook (.xlsb)");
        if (package.Has("word/document.xml"))
            return WorkbookErrors.NoWorkbook("a Word document");
        if (package.Has("ppt/presentation.xml"))
            return WorkbookErrors.NoWorkbook("a presentation");
        if (package.Has("mimetype") && package.Has("content.xml"))
            return WorkbookErrors.NoWorkbook("an OpenDocument file (.ods)");
        if (package.Has("Index/Document.iwa"))
            return WorkbookErrors.NoWorkbook("a Numbers document");
        return package.Has(main) ? null : WorkbookErrors.Archive();
    }

    private IEnumerable<WorkbookSheet> ReadSheets(string main)
    {
        using var part = _package.Open(main)!;
        var count = 0;
        while (count < MaxSheets && part.Read())
        {
            if (part.IsStartOf("workbookPr"))
                _countsFrom1904 = part.Attribute("date1904") is "1" or "true";
            if (part.IsStartOf("sheet")
                && ++count > 0
                && part.Attribute("name") is { } name
                && _relations.Find(part.QualifiedAttribute("id"), "worksheet") is { } target)
                yield return new WorkbookSheet(name, part.Attribute("state") is null or "visible", target);
        }
    }
}
