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
