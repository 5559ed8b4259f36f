using System.Text.Json;

namespace BatchDashboard.Tests.Endpoints;

[Collection(ApiAppCollection.Name)]
public sealed class CreateFromJsonTests(ApiApp app)
{
    [Fact]
    public async Task A_batch_of_call_objects_runs_to_its_end_and_its_counters_add_up()
    {
        var id = await app.CreateAsync(
            "July reminders",
            new { phone_number = "+12125550130", request_data = new { name = "Zoë", service = "boiler" } },
            new { phone_number = 12125550131 },
            new { phone_number = "+12125550101" },
            new { phone_number = "+12125550102" },
            new { phone_number = "+12125550103" },
            new { phone_number = "+12125550104" },
            new { phone_number = "" },
            new { phone_number = "+12125550130" });

        var batch = await app.UntilFinalAsync(id);

        Assert.Equal("completed_partial", batch.GetProperty("status").GetString());
        Assert.Equal("July reminders", batch.GetProperty("description").GetString());
        Assert.Equal("api", batch.GetProperty("source").GetString());
        Assert.Equal(8, batch.GetProperty("calls_total").GetInt32());
        Assert.Equal(2, batch.GetProperty("calls_skipped").GetInt32());
        Assert.True(batch.GetProperty("calls_failed").GetInt32() >= 1);
        Assert.Contains(ApiApp.Task, batch.GetProperty("base_prompt").GetString(), StringComparison.Ordinal);
        Assert.Equal(8, batch.GetProperty("call_objects").GetArrayLength());
    }

    [Fact]
    public async Task The_log_tells_every_phase_and_every_skipped_row()
    {
        var id = await app.CreateAsync(
            "Phases", new { phone_number = "+12125550132" }, new { phone_number = "+10987654321" });
        await app.UntilFinalAsync(id);

        var logs = await app.LogsAsync(id);

        var phases = logs.Where(log => log.GetProperty("event_type").GetString() == "lifecycle")
            .Select(log => log.GetProperty("payload").GetProperty("state_change").GetString());
        Assert.Equal(["validating", "dispatching", "in_progress", "completed_partial"], phases);
        var skipped = Assert.Single(logs, log => log.GetProperty("event_type").GetString() == "row_skipped")
            .GetProperty("payload");
        Assert.Equal(2, skipped.GetProperty("row_number").GetInt32());
        Assert.Equal("invalid", skipped.GetProperty("code").GetString());
        Assert.Equal("+10987654321", skipped.GetProperty("value").GetString());
        var complete = Assert.Single(logs, log => log.GetProperty("event_type").GetString() == "complete");
        Assert.Equal(2, complete.GetProperty("payload").GetProperty("calls_total").GetInt32());
    }

    [Fact]
    public async Task A_call_shows_its_variables_and_speaks_them()
    {
        // Ends with 0107: the one that is always picked up.
        var id = await app.CreateAsync(
            "One long call",
            new { phone_number = "+12125550107", request_data = new { name = "Zoë", service = "boiler" }, metadata = new { crm = 7 } });
        await app.UntilFinalAsync(id);
        var row = Assert.Single(await app.CallsAsync($"batch_id={id}"));

        var call = (await app.Api.GetAsync($"/v1/calls/{row.GetProperty("call_id").GetString()}")).Succeeded().Json;

        Assert.Equal("completed", call.GetProperty("status").GetString());
        Assert.Equal("human", call.GetProperty("answered_by").GetString());
        Assert.Equal("complete", call.GetProperty("queue_status").GetString());
        Assert.Equal("Zoë", call.GetProperty("variables").GetProperty("name").GetString());
        Assert.Equal("boiler", call.GetProperty("request_data").GetProperty("service").GetString());
        Assert.Equal(7, call.GetProperty("metadata").GetProperty("crm").GetInt32());
        Assert.Contains("Zoë", call.GetProperty("concatenated_transcript").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(call.GetProperty("transcripts").EnumerateArray());
        Assert.Equal(1, Assert.Single(call.GetProperty("attempts").EnumerateArray()).GetProperty("attempt").GetInt32());
        Assert.Equal("queued", call.GetProperty("events")[0].GetProperty("name").GetString());
        Assert.Equal(30, call.GetProperty("max_duration").GetInt32());
        Assert.Equal(id, call.GetProperty("batch_id").GetString());
    }

    [Fact]
    public async Task A_call_object_without_a_number_fails_the_batch_with_its_entry()
    {
        var id = await app.CreateAsync(
            "A number is missing", new { phone_number = "+12125550133" }, new { request_data = new { name = "Nobody" } });

        var batch = await app.UntilFinalAsync(id);

        Assert.Equal("failed", batch.GetProperty("status").GetString());
        Assert.Equal("source_invalid", batch.GetProperty("code").GetString());
        Assert.Equal("Entry #2 did not have a phone number.", batch.GetProperty("reason").GetString());
        Assert.DoesNotContain("+12125550133", app.App.Ledger.DialsByNumber().Keys);
    }

    [Fact]
    public async Task A_batch_in_which_nobody_can_be_called_fails()
    {
        var id = await app.CreateAsync("Nobody", new { phone_number = (string?)null }, new { phone_number = "911" });

        var batch = await app.UntilFinalAsync(id);

        Assert.Equal("failed", batch.GetProperty("status").GetString());
        Assert.Equal("no_valid_recipients", batch.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Retired_settings_are_taken_ignored_and_noted()
    {
        var reply = await app.Api.PostAsync("/v2/batches/create", new
        {
            global = new { task = ApiApp.Task, reduce_latency = true },
            call_objects = new[] { new { phone_number = "+12125550134", voice_id = 3 } },
        });
        var id = ApiApp.IdOf(reply);

        var note = Assert.Single(
            await app.LogsAsync(id),
            log => log.GetProperty("payload").TryGetProperty("action", out var action) && action.GetString() == "settings_ignored");

        var names = note.GetProperty("payload").GetProperty("settings").EnumerateArray().Select(name => name.GetString());
        Assert.Equal(["reduce_latency", "voice_id"], names);
        await app.UntilFinalAsync(id);
        Assert.DoesNotContain("voice_id", await File.ReadAllTextAsync(LedgerFile), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_and_booleans_may_come_as_text()
    {
        var reply = await app.Api.PostAsync("/v1/batches", new
        {
            max_concurrent = "2",
            max_calls_per_second = "5.5",
            duplicates = "call",
            default_country = "gb",
            global = new { task = ApiApp.Task, record = "true", max_duration = "12" },
            call_objects = new[] { new { phone_number = "020 7946 0018" } },
        });

        var batch = await app.UntilFinalAsync(ApiApp.IdOf(reply));

        var prompt = JsonElement.Parse(batch.GetProperty("base_prompt").GetString()!);
        Assert.True(prompt.GetProperty("record").GetBoolean());
        Assert.Equal(12, prompt.GetProperty("max_duration").GetInt32());
        Assert.Equal("+442079460018", batch.GetProperty("call_objects")[0].GetProperty("phone_number").GetString());
    }

    private string LedgerFile => Path.Combine(app.App.DataDirectory, "sandbox", "ledger.ndjson");
}
