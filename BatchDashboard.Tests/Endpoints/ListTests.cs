namespace BatchDashboard.Tests.Endpoints;

[Collection(ApiAppCollection.Name)]
public sealed class ListTests(ApiApp app)
{
    [Fact]
    public async Task Batches_page_by_position_and_by_cursor_newest_first()
    {
        var ids = new List<string>();
        foreach (var name in new[] { "First", "Second", "Third" })
            ids.Add(await app.CreateWaitingAsync(name));

        var all = await IdsAsync("take=3");
        var middle = await IdsAsync("take=1&skip=1");
        var first = await app.Api.GetAsync("/v2/batches/list?take=1");
        var next = await IdsAsync($"take=2&cursor={first.Json.GetProperty("next_cursor").GetString()}");

        Assert.Equal([ids[2], ids[1], ids[0]], all);
        Assert.Equal([ids[1]], middle);
        Assert.Equal([ids[1], ids[0]], next);
        await StopAsync([.. ids]);
    }

    [Fact]
    public async Task Batches_are_found_by_status_and_by_a_part_of_their_name()
    {
        var id = await app.CreateWaitingAsync("Needle 100% in_haystack");

        Assert.Equal([id], await IdsAsync("q=needle%20100%25%20in_"));
        Assert.Empty(await IdsAsync("q=needle%20100__"));
        Assert.Equal([id], await IdsAsync($"q={id}"));
        Assert.DoesNotContain(id, await IdsAsync("status=completed,failed&take=1000"));
        await StopAsync(id);
    }

    [Fact]
    public async Task The_older_list_has_the_same_batches()
    {
        var id = await app.CreateWaitingAsync("Older");

        var list = (await app.Api.GetAsync("/v1/batches?limit=1")).Succeeded().Json;

        Assert.Equal("success", list.GetProperty("status").GetString());
        Assert.Equal(id, list.GetProperty("batches")[0].GetProperty("batch_id").GetString());
        await StopAsync(id);
    }

    [Fact]
    public async Task Calls_page_by_position_and_by_cursor()
    {
        var id = await app.CreateAsync(
            "Five", [.. Enumerable.Range(160, 5).Select(end => (object)new { phone_number = $"+12125550{end}" })]);
        await app.UntilFinalAsync(id);

        await AssertRowsAsync($"batch_id={id}", 5, 4, 3, 2, 1);
        await AssertRowsAsync($"batch_id={id}&ascending=true&limit=2", 1, 2);
        await AssertRowsAsync($"batch_id={id}&ascending=true&from=2&to=4", 3, 4);
        var page = (await app.Api.GetAsync($"/v1/calls?batch_id={id}&ascending=true&limit=2")).Json;
        Assert.Equal(5, page.GetProperty("total_count").GetInt32());
        Assert.Equal(2, page.GetProperty("count").GetInt32());
        var cursor = page.GetProperty("next_cursor").GetString();
        await AssertRowsAsync($"batch_id={id}&ascending=true&limit=3&cursor={cursor}", 3, 4, 5);
    }

    [Fact]
    public async Task Pages_of_batches_joined_are_the_whole_list_whatever_is_added_meanwhile()
    {
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
            ids.Insert(0, await app.CreateWaitingAsync("Joined pages"));
        string[] whole = [.. ids];

        var bySkip = new List<string>();
        for (var skip = 0; skip < 6; skip += 2)
            bySkip.AddRange(await IdsAsync($"q=joined%20pages&take=2&skip={skip}"));
        var byCursor = await JoinAsync(
            "/v2/batches/list?q=joined%20pages&take=2", "data", "id", async () => ids.Add(await app.CreateWaitingAsync("Joined pages")));
        var withThoseAdded = await JoinAsync("/v1/batches?q=joined%20pages&limit=3", "batches", "batch_id", () => Task.CompletedTask);

        Assert.Equal(whole, bySkip);
        Assert.Equal(whole, byCursor);
        Assert.Equal([.. ids[5..].AsEnumerable().Reverse(), .. whole], withThoseAdded);
        await StopAsync([.. ids]);
    }

    [Theory]
    [InlineData("+13125550171", false)]
    [InlineData("+13125550172", true)]
    public async Task Pages_of_calls_joined_are_the_whole_list_whatever_is_added_meanwhile(string number, bool ascending)
    {
        var ids = new List<string>();
        async Task AddAsync() => ids.Add((await app.Api.PostAsync(
            "/v1/calls", new { phone_number = number, task = "Hi.", start_time = "2099-01-01 09:00:00" }))
            .Succeeded().Json.GetProperty("call_id").GetString()!);
        for (var i = 0; i < 5; i++)
            await AddAsync();
        string[] old = [.. ids];
        var list = $"/v1/calls?to_number={Uri.EscapeDataString(number)}&ascending={ascending}";

        var joined = await JoinAsync($"{list}&limit=2", "calls", "call_id", AddAsync);
        var byPosition = new List<string>();
        for (var from = 0; from < ids.Count; from += 3)
            byPosition.AddRange(await PageAsync($"{list}&from={from}&to={from + 3}", "calls", "call_id"));

        // What comes later stands before the first page of the newest, and behind the last page of the oldest.
        Assert.Equal(ascending ? ids : old.Reverse(), joined);
        Assert.Equal(ascending ? ids : ids.AsEnumerable().Reverse(), byPosition);
        foreach (var id in ids)
            await app.Api.PostAsync($"/v1/calls/{id}/stop");
    }

    [Fact]
    public async Task Calls_are_found_by_number_answerer_state_and_day()
    {
        var id = await app.CreateAsync(
            "Found",
            new { phone_number = "+12125550103" },
            new { phone_number = "+12125550101" },
            new { phone_number = "no" });
        await app.UntilFinalAsync(id);
        var of = $"batch_id={id}&ascending=true";

        await AssertRowsAsync($"{of}&answered_by=voicemail", 1);
        await AssertRowsAsync($"{of}&status=completed", 1);
        await AssertRowsAsync($"{of}&status=busy", 2);
        await AssertRowsAsync($"{of}&status=skipped", 3);
        await AssertRowsAsync($"{of}&to_number=%2B12125550101", 2);
        await AssertRowsAsync($"{of}&q=(212)%20555-0101", 2);
        await AssertRowsAsync($"{of}&completed=true", 1, 2);
        await AssertRowsAsync($"{of}&completed=false");
        await AssertRowsAsync($"{of}&end_date=2020-01-01");
        await AssertRowsAsync($"{of}&start_date=2020-01-01", 1, 2);
        await AssertRowsAsync($"{of}&end_date=9999-12-31", 1, 2);
        await AssertRowsAsync($"{of}&end_date=9999-12-31T23:59:59.9999999Z", 1, 2);
        await AssertRowsAsync($"{of}&created_at=9999-12-31");
        await AssertRowsAsync($"{of}&from=2147483646");
        var skipped = (await app.Api.GetAsync($"/v1/calls?{of}&status=skipped")).Json;
        Assert.Equal(1, skipped.GetProperty("total_count").GetInt32());
    }

    /// <summary>The ids of all pages, one cursor after the other; something is added behind the back of each.</summary>
    private async Task<List<string>> JoinAsync(string list, string rows, string id, Func<Task> addAsync)
    {
        var joined = new List<string>();
        for (string? cursor = null, address = list; address is not null; address = cursor is null ? null : $"{list}&cursor={cursor}")
        {
            var page = (await app.Api.GetAsync(address)).Succeeded().Json;
            joined.AddRange(IdsOf(page, rows, id));
            cursor = page.TryGetProperty("next_cursor", out var next) ? next.GetString() : null;
            if (joined.Count < 5)
                await addAsync();
        }

        return joined;
    }

    private async Task<string[]> PageAsync(string address, string rows, string id) =>
        IdsOf((await app.Api.GetAsync(address)).Succeeded().Json, rows, id);

    private static string[] IdsOf(System.Text.Json.JsonElement page, string rows, string id) =>
        [.. page.GetProperty(rows).EnumerateArray().Select(row => row.GetProperty(id).GetString()!)];

    private async Task<string[]> IdsAsync(string query) =>
        [.. (await app.Api.GetAsync($"/v2/batches/list?{query}")).Data.EnumerateArray()
            .Select(batch => batch.GetProperty("id").GetString()!)];

    private async Task AssertRowsAsync(string query, params int[] expected)
    {
        var calls = await app.CallsAsync(query);
        Assert.Equal(expected, calls.Select(call => call.GetProperty("row_number").GetInt32()));
    }

    private async Task StopAsync(params string[] ids)
    {
        foreach (var id in ids)
            await app.Api.PostAsync($"/v2/batches/{id}/stop");
    }
}
