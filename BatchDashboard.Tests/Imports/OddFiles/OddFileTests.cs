namespace BatchDashboard.Tests.Imports.OddFiles;

public sealed class OddFileTests
{
    public static TheoryData<string> TextFiles => NamesOf(OddTextFiles.All);

    public static TheoryData<string> Encodings => NamesOf(OddEncodings.All);

    public static TheoryData<string> Workbooks => NamesOf(OddWorkbooks.All);

    [Theory]
    [MemberData(nameof(TextFiles))]
    public Task A_text_file_ends_as_the_table_says(string name) => CheckAsync(OddTextFiles.All, name);

    [Theory]
    [MemberData(nameof(Encodings))]
    public Task A_text_is_decoded_as_the_table_says(string name) => CheckAsync(OddEncodings.All, name);

    [Theory]
    [MemberData(nameof(Workbooks))]
    public Task A_workbook_ends_as_the_table_says(string name) => CheckAsync(OddWorkbooks.All, name);

    private static TheoryData<string> NamesOf(IEnumerable<OddFile> files) => [.. files.Select(file => file.Name)];

    private static Task CheckAsync(IEnumerable<OddFile> files, string name) =>
        files.Single(file => file.Name == name).CheckAsync();
}
