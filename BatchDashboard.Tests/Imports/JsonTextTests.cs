using System.Buffers;
using System.Text;
using System.Text.Json;
using BatchDashboard.Core.Imports;
using CsCheck;

namespace BatchDashboard.Tests.Imports;

public sealed class JsonTextTests
{
    [Fact]
    public void Any_text_is_written_as_JSON_that_reads_back() => Gen.String.Array.Sample(values =>
    {
        // A lone half of a surrogate pair is no text and never comes out of a decoder.
        string[] texts = [.. values.Select(value => string.Concat(value.Where(each => !char.IsSurrogate(each))))];
        var json = JsonOf(texts);
        Assert.Equal(texts, JsonText.ReadArray(json));
        Assert.Equal(texts, JsonSerializer.Deserialize<string[]>(json));
    });

    [Fact]
    public void Control_characters_and_quotes_are_escaped() => Assert.Equal(
        """["a\"b\\c","\n\r\t\u0000\u007f","é王😀"]""",
        JsonOf(["a\"b\\c", "\n\r\t\0\u007f", "é王😀"]));

    private static string JsonOf(string[] values)
    {
        var json = new ArrayBufferWriter<byte>();
        JsonText.WriteArray(json, values);
        return Encoding.UTF8.GetString(json.WrittenSpan);
    }
}
