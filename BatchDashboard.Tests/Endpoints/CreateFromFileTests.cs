using System.Net;

namespace BatchDashboard.Tests.Endpoints;

[Collection(ApiAppCollection.Name)]
public sealed class CreateFromFileTests(ApiApp app)
{
    private const string Prompt = "Hi {{champion_name}}, is this {{business_name}}?";

    [Fact]
    public async Task The_table_of_the_description_becomes_a_call_and_a_skipped_row()
    {
        var id = await app.CreateFromFileAsync(ApiApp.SeedTable, new { global = new { task = Prompt } });

        var batch = await app.UntilFinalAsync(id);

        Assert.Equal("csv", batch.GetProperty("source").GetString());
        Assert.Equal("recipients", batch.GetProperty("description").GetString());
        Assert.Equal(2, batch.GetProperty("calls_total").GetInt32());
        Assert.Equal(1, batch.GetProperty("calls_skipped").GetInt32());
        var variables = (await CallAsync(id, "")).GetProperty("variables");
        Assert.Equal("South Bay Coffee", variables.GetProperty("business_name").GetString());
        Assert.Equal("https://example.com/webhook1", variables.GetProperty("webhook").GetString());
        var skipped = await CallAsync(id, "&status=skipped");
        Assert.Equal(3, skipped.GetProperty("row_number").GetInt32());
        Assert.Equal("pre_queue_error", skipped.GetProperty("queue_status").GetString());
    }

    [Fact]
    public async Task The_skipped_rows_come_back_as_they_were_with_their_reasons()
    {
        var id = await app.CreateFromFileAsync(
            "phone_number,name\n+10987654321,\"O'Hara, John\"\n,=SUM(A1)\n+12125550140,Ann,extra\n+12125550141,Bob\n",
            new { global = new { task = "Hi {{name}}" } });
        await app.UntilFinalAsync(id);

        var reply = await app.Api.GetAsync($"/v2/batches/{id}/skipped.csv");

        var lines = reply.Body.Split(["\r\n", "\n"], StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("phone_number,name,row_number,error_column,error_code,error_message,rejected_value", lines[0]);
        Assert.StartsWith("'+10987654321,\"O'Hara, John\",2,phone_number,invalid,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith(",'=SUM(A1),3,phone_number,blank,", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("'+12125550140,Ann,4,,row_shape,", lines[3], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);
        var raw = await app.Api.GetAsync($"/v2/batches/{id}/skipped.csv?raw=true");
        Assert.Contains("\r\n+10987654321,\"O'Hara, John\",2,", raw.Body, StringComparison.Ordinal);
        Assert.Contains("\r\n,=SUM(A1),3,", raw.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_of_the_wrong_width_can_be_looked_at()
    {
        var id = await app.CreateFromFileAsync(
            "phone_number,name\n+12125550142,Ann,extra\n+12125550143,Bob\n",
            new { global = new { task = "Hi {{name}}" } });
        await app.UntilFinalAsync(id);

        var call = await CallAsync(id, "&status=skipped");

        Assert.Equal("skipped", call.GetProperty("status").GetString());
        Assert.NotEmpty(call.GetProperty("error_message").GetString()!);
    }

    [Fact]
    public async Task Columns_go_where_the_mapping_says()
    {
        var id = await app.CreateFromFileAsync(
            "Mobile,customer name,opening,ticket,notes,voice_id\n+12125550107,Ann,Good day,42,secret,3\n",
            new
            {
                global = new { pathway_id = "p-1" },
                column_mapping = new Dictionary<string, string>
                {
                    ["customer name"] = "request_data.customer_name",
                    ["opening"] = "first_sentence",
                    ["ticket"] = "metadata",
                    ["notes"] = "ignore",
                    ["voice_id"] = "voice_id",
                },
            });
        await app.UntilFinalAsync(id);

        var call = await CallAsync(id, "");

        Assert.Equal("p-1", call.GetProperty("pathway_id").GetString());
        Assert.Equal("""{"customer_name":"Ann"}""", call.GetProperty("request_data").GetRawText());
        Assert.Equal("""{"ticket":"42"}""", call.GetProperty("metadata").GetRawText());
        Assert.Contains("Good day", call.GetProperty("concatenated_transcript").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_parts_may_come_in_any_order()
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent("phone_number\n+12125550144\n"u8.ToArray()), "file", "../../etc/päth\u202e.csv" },
            { new StringContent("""{"global":{"task":"Hello."}}"""), "request" },
        };

        var reply = await app.Api.SendAsync(new(HttpMethod.Post, "/v2/batches/create") { Content = form });

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        var batch = await app.UntilFinalAsync(ApiApp.IdOf(reply));
        Assert.Equal("päth", batch.GetProperty("description").GetString());
    }

    private async Task<System.Text.Json.JsonElement> CallAsync(string batchId, string filter)
    {
        var row = Assert.Single(await app.CallsAsync($"batch_id={batchId}{filter}"));
        return (await app.Api.GetAsync($"/v1/calls/{row.GetProperty("call_id").GetString()}")).Succeeded().Json;
    }
}
