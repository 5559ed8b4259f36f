using System.Text;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Tests.Imports.BadInput;

/// <summary>What headers become when a file is uploaded, and what the API says about the same file.</summary>
public sealed class HeaderFileTests
{
    /// <summary>Headers beside that of the number, and the variables that are offered for them.</summary>
    internal static readonly (string Headers, string Variables)[] Odd =
    [
        ("customer name", "customer_name"),
        (" customer  name ", "customer_name"),
        ("customer\u00A0name", "customer_name"),
        ("\"customer\nname\"", "customer_name"),
        ("name|name|name", "name|name_2|name_3"),
        ("name|Name|NAME", "name|Name_2|NAME_3"),
        ("name|name_2|name", "name|name_2|name_3"),
        ("name||  ", "name|column_3|column_4"),
        ("request_data.name", "name"),
        ("Request_Data.Name", "Name"),
        ("request_data.first name", "first_name"),
        ("request_data.name|name", "name|name_2"),
        ("customerName|CustomerId", "customerName|CustomerId"),
        ("PLAN", "PLAN"),
        ("Größe (cm)", "Größe_cm"),
        ("2nd name", "_2nd_name"),
        ("{{name}}", "name"),
        ("<b>name</b>", "b_name_b"),
        ("=name", "name"),
        ("'=name", "name"),
        ("e-mail!", "e_mail"),
        ("!!!", "column_2"),
        ("\u202Eeman", "eman"),
        ("name\u200B", "name"),
        ("имя клиента", "имя_клиента"),
    ];

    public static TheoryData<string, string> Headers
    {
        get
        {
            var headers = new TheoryData<string, string>();
            foreach (var (header, variables) in Odd)
                headers.Add(header, variables);
            return headers;
        }
    }

    internal static byte[] FileOf(string headers) => Encoding.UTF8.GetBytes(
        $"phone_number,{headers.Replace('|', ',')}\n2125550123{string.Concat(headers.Split('|').Select((_, index) => $",value {index}"))}\n");

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task A_header_is_offered_as_a_clean_name_and_no_row_is_lost_for_it(string headers, string variables)
    {
        var upload = (await Upload.OfAsync(FileOf(headers))).Value;

        Assert.Equal(variables, string.Join('|', upload.Mapping.Targets.Skip(1).Select(target => target.Name)));
        Assert.All(upload.Mapping.Targets.Skip(1), target => Assert.Equal(ColumnUse.RequestData, target.Use));
        Assert.Equal(["+12125550123"], upload.Called);
    }

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task The_API_refuses_a_header_with_spaces_unless_the_column_is_mapped(string headers, string variables)
    {
        var header = headers.Split('|')[0].Trim('"');
        using var file = new SourceFile(FileOf(headers));
        var columns = (await file.ReadAsync()).Value.Headers;

        var mapping = ColumnMapping.FromApi(columns, null, IsSetting);
        var named = ColumnMapping.FromApi(
            columns,
            columns.Where(column => column.Trim().Any(char.IsWhiteSpace)).ToDictionary(column => column, _ => "request_data"),
            IsSetting);

        Assert.Equal(header.Trim().Any(char.IsWhiteSpace), !mapping.IsSuccess);
        if (!mapping.IsSuccess)
            Assert.Equal(("header_has_spaces", header), (mapping.Error.Code, mapping.Error.Field));
        Assert.Equal(variables, string.Join('|', named.Value.Targets.Skip(1).Select(target => target.Name)));
    }

    [Theory]
    [InlineData("PHONE_NUMBER")]
    [InlineData("Phone_Number")]
    [InlineData("phone number")]
    [InlineData(" phone_number ")]
    [InlineData("Phone-Number")]
    [InlineData("\"phone\nnumber\"")]
    public async Task The_number_is_found_under_other_spellings(string header)
    {
        var upload = (await Upload.OfAsync(Encoding.UTF8.GetBytes($"name,{header}\nAnn,2125550123\n"))).Value;

        Assert.Equal(1, MappingGuesser.Apply(upload.Guesses).PhoneColumn);
        Assert.Equal(["+12125550123"], upload.Called);
    }

    [Fact]
    public async Task Without_a_header_for_the_number_the_column_that_looks_like_one_is_suggested_and_the_API_refuses()
    {
        var upload = (await Upload.OfAsync("name,reach\nAnn,(212) 555-0123\nBob,212.555.0124\n"u8.ToArray())).Value;

        var unasked = MappingGuesser.Apply(upload.Guesses);
        Assert.Equal("no_phone_column", Assert.Single(unasked.Problems()).Code);
        Assert.Equal(ColumnUse.PhoneNumber, upload.Guesses[1].Suggestion?.Use);
        Assert.Equal(["+12125550123", "+12125550124"], upload.Called);
        var refused = ColumnMapping.FromApi(unasked.Headers, null, IsSetting).Error;
        Assert.Equal("no_phone_column", refused.Code);
        Assert.StartsWith("No column is the phone number.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_detected_can_be_said_otherwise()
    {
        var file = Encoding.Latin1.GetBytes("List;of;May\nphone;name;\n2125550123;Zo\u00EB;x\n2125550124;M\u00FCller;y\n");

        async Task<string> ReadAsync(Func<SourceFormat, SourceFormat> correct)
        {
            var upload = (await Upload.OfAsync(file, correct: correct)).Value;
            return $"{string.Join(',', upload.Mapping.Headers)} {string.Join(',', upload.Skipped)} {upload.Rows[^1].Data}";
        }

        Assert.Equal("List,of,May 2 not_a_number List [\"2125550124\",\"Müller\",\"y\"]", await ReadAsync(format => format with { HeaderRow = 1 }));
        Assert.Equal("phone,name,  [\"2125550124\",\"Müller\",\"y\"]", await ReadAsync(format => format with { HeaderRow = 2 }));
        Assert.StartsWith("column_1,column_2,column_3 1 not_a_number column_1,2 not_a_number column_1 ", await ReadAsync(format => format with { HeaderRow = 0 }), StringComparison.Ordinal);
        Assert.EndsWith("[\"2125550124;Müller;y\"]", await ReadAsync(format => format with { Delimiter = ',' }), StringComparison.Ordinal);
        Assert.EndsWith("\"Mьller\",\"y\"]", await ReadAsync(format => format with { Encoding = "windows-1251" }), StringComparison.Ordinal);
    }

    private static bool IsSetting(string name) => CallSettingCatalog.Find(name) is not null;
}
