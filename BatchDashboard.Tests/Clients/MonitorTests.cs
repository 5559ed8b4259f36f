using System.Net.Http.Json;
using System.Text.Json;
using BatchDashboard.Tests.Endpoints;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Clients;

/// <summary>
/// The vendor's published example of a campaign: it makes a batch with the newer body at the older address, then asks every while
/// until it reads a final status at the top of the answer.
/// </summary>
[Collection(ApiAppCollection.Name)]
public sealed class MonitorTests(ApiApp app)
{
    private static readonly string[] Final = ["completed", "completed_partial", "failed"];

    [Fact]
    public async Task The_example_of_the_vendor_makes_a_batch_and_follows_it_to_its_end()
    {
        using var http = new HttpClient { BaseAddress = app.App.Address };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", RunningApp.ApiKey);
        using var created = await http.PostAsJsonAsync("/v1/batches", new
        {
            global = new { task = "Remind {{name}} of the appointment.", voice = "maya", max_duration = 5 },
            call_objects = new object[]
            {
                new { phone_number = "+15035550101", request_data = new { name = "Ann" } },
                new { phone_number = "+15035550103", request_data = new { name = "Bob" } },
            },
        });
        created.EnsureSuccessStatusCode();
        var id = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data").GetProperty("batch_id").GetString();

        var batch = default(JsonElement);
        await Eventually.TrueAsync(
            async () =>
            {
                batch = await http.GetFromJsonAsync<JsonElement>($"/v1/batches/{id}");
                return Final.Contains(batch.GetProperty("status").GetString());
            },
            TimeSpan.FromSeconds(60),
            () => $"a final status; it is {batch}");

        Assert.Equal((2, 2, 0), (Count("calls_total"), Count("calls_successful"), Count("calls_failed")));

        int Count(string name) => batch.GetProperty(name).GetInt32();
    }
}
