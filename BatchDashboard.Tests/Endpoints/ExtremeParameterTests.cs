namespace BatchDashboard.Tests.Endpoints;

/// <summary>Every parameter at every extreme: whatever it is, it is answered or refused, and nothing fails.</summary>
[Collection(ApiAppCollection.Name)]
public sealed class ExtremeParameterTests(ApiApp app)
{
    private static readonly string[] Extremes =
    [
        "", "%20", "0", "-0", "-1", "1", "2147483646", "2147483647", "2147483648", "-2147483649", "9223372036854775808",
        "99999999999999999999", "1e9", "1.5", "NaN", "0x10", "%D9%A3", "true", "null", "a,b", ",", "%00", "a%00b", "%0A", "%25",
        "%27%22%3B--", "%E2%80%AE", "%F0%9F%98%80", "%ED%A0%80", "%FF", "%", "_", "0001-01-01", "0001-01-01T00:00:00%2B14:00",
        "9999-12-31", "9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59-14:00", "10000-01-01", "2026-02-30", "24:00",
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "%2B12125550123", "%2B999999999999999999999", "tel:%2B1;ext=99999", new('9', 5000), new('%', 1000),
    ];

    [Theory]
    [InlineData("/v2/batches/list", "take", "skip", "status", "q", "cursor", "nothing")]
    [InlineData("/v2/batches/{0}", "nothing")]
    [InlineData("/v2/batches/{0}/logs", "take", "skip", "direction")]
    [InlineData("/v2/batches/{0}/skipped.csv", "nothing", "raw")]
    [InlineData("/v2/batches/{0}/calls.csv", "nothing", "raw")]
    [InlineData("/v1/batches", "limit", "skip", "status", "q", "cursor")]
    [InlineData("/v1/batches/{0}", "include_calls", "include_transcripts")]
    [InlineData(
        "/v1/calls", "batch_id", "to_number", "from_number", "q", "answered_by", "completed", "status", "limit", "from", "to",
        "ascending", "created_at", "start_date", "end_date", "cursor")]
    [InlineData("/v1/calls?from=2147483646", "to", "limit")]
    [InlineData("/v1/me", "nothing")]
    public async Task A_parameter_at_its_extremes_is_answered_or_refused(string path, params string[] parameters)
    {
        var id = await app.CreateAsync("Extremes", new { phone_number = "+12125550100" }, new { phone_number = "" });
        var address = string.Format(null, path, id);
        var mark = path.Contains('?') ? '&' : '?';

        foreach (var parameter in parameters)
            foreach (var value in Extremes)
                await AssertNothingFailsAsync($"{address}{mark}{parameter}={value}");
    }

    [Theory]
    [InlineData("GET", "/v2/batches/{0}")]
    [InlineData("GET", "/v1/batches/{0}")]
    [InlineData("GET", "/v1/calls/{0}")]
    [InlineData("POST", "/v2/batches/{0}/pause")]
    [InlineData("POST", "/v1/batches/{0}/stop")]
    public async Task An_id_at_its_extremes_is_refused(string method, string path)
    {
        foreach (var value in Extremes.Where(value => value.Length > 0))
            await AssertNothingFailsAsync(string.Format(null, path, value), method);
    }

    private async Task AssertNothingFailsAsync(string address, string method = "GET")
    {
        var reply = await app.Api.SendAsync(new(new HttpMethod(method), address));

        Assert.True((int)reply.Status is 200 or 400 or 404, $"{address[..Math.Min(200, address.Length)]} is answered with {(int)reply.Status}.");
    }
}
