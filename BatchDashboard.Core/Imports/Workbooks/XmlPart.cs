using System.Text;
using System.Xml;

namespace BatchDashboard.Core.Imports.Workbooks;

/// <summary>
/// One XML document of a workbook, read forward. Names are local ones: the strict and the usual flavour of the format
/// differ in their namespaces only.
/// </summary>
/// <remarks>
/// However the document is made, the reader holds little of it: the bytes of each step, the depth and the number of
/// different names are limited, and there are no entities to expand.
/// </remarks>
internal sealed class XmlPart : IDisposable
{
    /// <summary>For one tag or one text.</summary>
    private const int MaxStepBytes = 1024 * 1024;

    private const int MaxDepth = 64;

    private readonly BoundedStream _stream;
    private readonly XmlReader _reader;

    private readonly long _length;

    /// <param name="length">In bytes, as the archive says.</param>
    public XmlPart(BoundedStream stream, long length)
    {
        (_stream, _length) = (stream, length);
        _stream.AllowStep(MaxStepBytes);
        _reader = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            NameTable = new BoundedNames(),
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });
    }

    /// <summary>From 0 to 1.</summary>
    public double PartRead => Math.Min(1, (double)_stream.BytesRead / Math.Max(1, _length));

    public string Name => _reader.LocalName;

    public bool IsStart => _reader.NodeType == XmlNodeType.Element;

    public bool IsEnd => _reader.NodeType == XmlNodeType.EndElement;


    /// <summary>Goes on to the next tag or text; false at the end of the document.</summary>
    public bool Read()
    {
        _stream.AllowStep(MaxStepBytes);
        if (!_reader.Read())
            return false;
        return _reader.Depth <= MaxDepth ? true : throw new XmlException("The document is too deep.");
    }

    public bool IsEmptyOf(string name) => IsStartOf(name) && _reader.IsEmptyElement;

    public bool IsStartOf(string name) => IsStart && Name == name;

    public bool IsEndOf(string name) => IsEnd && Name == name;

    /// <summary>An attribute without a namespace; null when it is not there.</summary>
    public string? Attribute(string name) => _reader.GetAttribute(name);

    /// <summary>An attribute with a namespace, such as <c>r:id</c>.</summary>
    public string? QualifiedAttribute(string localName)
    {
        string? value = null;
        while (_reader.MoveToNextAttribute())
            if (_reader.LocalName == localName && _reader.Prefix.Length > 0)
                value = _reader.Value;
        _reader.MoveToElement();
        return value;
    }

    /// <summary>Appends what stands between this start tag and its end, up to so many characters in all.</summary>
    public void AppendText(StringBuilder text, int most)
    {
        if (_reader.IsEmptyElement)
            return;
        var depth = _reader.Depth;
        while (Read() && _reader.Depth > depth)
            if (_reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA
                or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                text.Append(_reader.Value.AsSpan(0, Math.Min(_reader.Value.Length, most - text.Length)));
    }

    public void Dispose() => _reader.Dispose();
}
