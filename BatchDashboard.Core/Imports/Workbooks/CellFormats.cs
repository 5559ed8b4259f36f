using System.Globalization;

namespace BatchDashboard.Core.Imports.Workbooks;

/// <summary>The formats of a workbook's cells, by the number that a cell carries.</summary>
internal sealed class CellFormats
{
    /// <summary>As many as the format allows.</summary>
    private const int Most = 65_536;

    private readonly List<CellFormat> _formats = [];

    /// <param name="part">Is closed; null when the workbook has no styles.</param>
    public static CellFormats Read(XmlPart? part)
    {
        using var styles = part;
        var formats = new CellFormats();
        Dictionary<int, CellFormat> custom = [];
        var isOfCells = false;
        while (styles?.Read() == true)
        {
            if (styles.Name == "cellXfs")
                isOfCells = styles.IsStart;
            else if (styles.IsStartOf("numFmt") && custom.Count < Most)
                custom[Number(styles, "numFmtId")] = CellFormat.Parse(styles.Attribute("formatCode") ?? "");
            else if (styles.IsStartOf("xf") && isOfCells && formats._formats.Count < Most)
                formats.Add(Number(styles, "numFmtId"), custom);
        }

        return formats;
    }

    public CellFormat Of(int style) => style >= 0 && style < _formats.Count ? _formats[style] : default;

    private void Add(int id, Dictionary<int, CellFormat> custom) =>
        _formats.Add(custom.TryGetValue(id, out var format) ? format : CellFormat.BuiltIn(id));

    private static int Number(XmlPart part, string attribute) =>
        int.TryParse(part.Attribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
