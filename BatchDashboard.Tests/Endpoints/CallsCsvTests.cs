using System.Text.RegularExpressions;

namespace BatchDashboard.Tests.Endpoints;

/// <summary>A batch as a file: the rows of its source with what became of them.</summary>
[Collection(ApiAppCollection.Name)]
public sealed partial class CallsCsvTests(ApiApp app)
{
    [Fact]
    public async Task Every_row_of_a_file_is_there_with_its_own_columns_and_its_outcome()
    {
        var id = await app.CreateFromFileAsync(
            "phone_number,name,=note\n+12125550101,\"Ann, \"\"B\"\"\",=1+1\n+10987654321,Nobody,-\n+12125550103,Zoë,plain\n",
            new { global = new { task = "Say hello." }, column_mapping = new Dictionary<string, string> { ["=note"] = "ignore" } });
        await app.UntilFinalAsync(id);

        var safe = await LinesAsync($"/v2/batches/{id}/calls.csv");
        Assert.Equal(
            "phone_number,name,'=note,row_number,call_id,outcome,answered_by,to,dials,started_at,answered_at,ended_at,duration_seconds,error_code,error_message",
            safe[0]);
        Assert.Equal("'+12125550101,\"Ann, \"\"B\"\"\",'=1+1,2,ID,busy,,'+12125550101,1,TIME,,TIME,,,", Plain(safe[1]));
        Assert.StartsWith("'+10987654321,Nobody,'-,3,ID,skipped,,", Plain(safe[2]), StringComparison.Ordinal);
        Assert.Contains(",invalid,", safe[2], StringComparison.Ordinal);
        Assert.Matches("^'\\+12125550103,Zoë,plain,4,ID,voicemail,voicemail,'\\+12125550103,1,TIME,TIME,TIME,[0-9.]+,,$", Plain(safe[3]));
        Assert.Equal(4, safe.Length);

        var raw = await LinesAsync($"/v2/batches/{id}/calls.csv?raw=true");
        Assert.StartsWith("+12125550101,\"Ann, \"\"B\"\"\",=1+1,2,", raw[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rows_of_call_objects_are_there_with_their_objects()
    {
        var id = await app.CreateAsync("csv", new { phone_number = "+12125550101", request_data = new { name = "Ann" } }, new { phone_number = "12" });
        await app.UntilFinalAsync(id);

        var lines = await LinesAsync($"/v2/batches/{id}/calls.csv?raw=true");

        Assert.StartsWith("phone_number,call_object,row_number,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("+12125550101,\"{\"\"request_data\"\":{\"\"name\"\":\"\"Ann\"\"}}\",1,ID,busy,", Plain(lines[1]), StringComparison.Ordinal);
        Assert.StartsWith("12,\"{\"\"phone_number\"\":\"\"12\"\"}\",2,ID,skipped,", Plain(lines[2]), StringComparison.Ordinal);
    }

    private async Task<string[]> LinesAsync(string path) =>
        (await app.Api.GetAsync(path)).Succeeded().Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

    private static string Plain(string line) => Times().Replace(Ids().Replace(line, "ID"), "TIME");

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Ids();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")]
    private static partial Regex Times();
}
