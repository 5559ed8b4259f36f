using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Tests.Endpoints;
using BatchDashboard.Tests.Support;
using BatchDashboard.Web.Batches;
using BatchDashboard.Web.Endpoints;

namespace BatchDashboard.Tests.Batches;

[Collection(ApiAppCollection.Name)]
public sealed partial class BatchCurlTests(ApiApp app)
{
    private const string File = "Telefon;Name;Code;Note\n(212) 555-0123;Ann;A1;x\n+12125550124;Bob;B2;y\n";

    [Fact]
    public async Task The_command_of_a_batch_of_a_file_launches_the_same_batch()
    {
        await using var core = await CoreHost.StartAsync();
        var id = await core.LaunchAsync(File, draft =>
        {
            draft.Name = "Dentist's reminders";
            draft.Settings["task"] = "Say \"hello\" to {{first}}, it's {{Note}}.";
            draft.Columns =
            [
                new ColumnTarget(ColumnUse.PhoneNumber),
                new ColumnTarget(ColumnUse.RequestData, "first"),
                new ColumnTarget(ColumnUse.Ignore),
                new ColumnTarget(ColumnUse.RequestData, "Note"),
            ];
            draft.Phone = draft.Phone with { Check = NumberCheck.Possible };
            draft.CallDuplicates = true;
            (draft.MaxConcurrent, draft.Priority, draft.RampUpMinutes) = (3, 2, 1);
            (draft.CallingHours, draft.BlackoutDates) = ("mon-fri 09:00-20:00", "2026-12-25");
        });
        var plan = (await core.GetAsync(id)).Plan;

        var command = BatchCurl.Of(plan, "http://127.0.0.1/");

        var request = JsonNode.Parse(Request().Match(command).Groups[1].Value.Replace("'\\''", "'", StringComparison.Ordinal))!;
        var made = (await app.Api.PostFileAsync("/v2/batches/create", "x.csv", Encoding.UTF8.GetBytes(File), request)).Succeeded();
        var copy = await app.Api.GetAsync($"/v2/batches/{ApiApp.IdOf(made)}");
        Assert.Equal(plan.Name, copy.Data.GetProperty("description").GetString());
        Assert.Equal(plan.Settings.ToJsonString(), JsonNode.Parse(copy.Data.GetProperty("base_prompt").GetString()!)!.ToJsonString());
        Assert.Equal(
            ["default_country", "column_mapping", "number_check", "duplicates", "max_concurrent", "priority", "ramp_up_seconds", "calling_hours", "blackout_dates"],
            request.AsObject().Select(field => field.Key).Skip(2));
        Assert.Equal("""{"Telefon":"phone_number","Name":"request_data.first","Code":"ignore","Note":"request_data.Note"}""", request["column_mapping"]!.ToJsonString());
    }

    [Fact]
    public async Task Every_part_of_a_command_comes_through_a_shell_as_it_stands()
    {
        const string text = "it's \"so\", $HOME `id` \\ ;type=x @y";
        var command = CurlCommand.Of("http://127.0.0.1", "POST", "/a`id`/{id}").WithKey().WithJson(text).WithFile("a\"b'.csv", text);
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"curl() {{ printf '%s\\0' \"$@\"; }}; {command}"]) { RedirectStandardOutput = true };
        (start.Environment["KEY"], start.Environment["ID"]) = ("secret", "7");

        using var shell = Process.Start(start)!;
        var words = (await shell.StandardOutput.ReadToEndAsync()).Split('\0');

        Assert.Equal(
            [
                "-s", "-X", "POST", "http://127.0.0.1/a`id`/7", "-H", "authorization: secret", "-H", "content-type: application/json", "-d", text,
                "-F", "file=@\"a\\\"b'.csv\"", "--form-string", $"request={text}", "",
            ],
            words);
    }

    [Fact]
    public async Task The_command_of_a_batch_of_the_api_has_a_recipient_to_replace()
    {
        var plan = new BatchPlan
        {
            Name = "Made by a program",
            SourceFile = "x.ndjson",
            Source = BatchSource.Api,
            Rules = new ImportRules(new PhoneRules()),
            Settings = new JsonObject { ["task"] = "Say hello." },
        };

        var command = BatchCurl.Of(plan, "http://127.0.0.1/");

        var body = JsonNode.Parse(Body().Match(command).Groups[1].Value)!;
        var made = (await app.Api.PostAsync("/v2/batches/create", body)).Succeeded();
        Assert.Equal(1, (await app.UntilFinalAsync(ApiApp.IdOf(made))).GetProperty("calls_total").GetInt32());
    }

    [GeneratedRegex("--form-string 'request=(.*)'$", RegexOptions.Singleline)]
    private static partial Regex Request();

    [GeneratedRegex(" -d '(.*)'$", RegexOptions.Singleline)]
    private static partial Regex Body();
}
