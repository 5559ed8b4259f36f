using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Core.Telephony.Sandbox;

namespace BatchDashboard.Tests.Telephony;

public sealed class SandboxLedgerTests : IDisposable
{
    private static readonly string[] Properties =
        ["placed_at", "attempt_id", "attempt", "batch_id", "call_id", "to", "request"];

    private readonly string _directory = Directory.CreateTempSubdirectory("ledger-").FullName;

    private string LedgerFile => Path.Combine(_directory, "ledger.ndjson");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void A_line_is_exactly_the_placed_call()
    {
        var placement = new CallPlacement(
            new AttemptKey(Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057")),
            2,
            new BatchId(Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8058")),
            new CallId(Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8059")),
            new PhoneNumber("+12125550123"),
            SandboxRig.SettingsOf("""{"task":"Hi {{name}}\nbye","request_data":{"name":"Zoë \"Z\" O'Neil"}}"""));
        using (var ledger = new SandboxLedger(LedgerFile))
            Assert.True(ledger.Append(placement, SandboxRig.Start.AddTicks(1_234_567)));

        Assert.Equal(
            """
            {"placed_at":"2026-03-02T15:00:00.123Z","attempt_id":"01890a5d-ac96-774b-bcce-b302099a8057","attempt":2,
            "batch_id":"01890a5d-ac96-774b-bcce-b302099a8058","call_id":"01890a5d-ac96-774b-bcce-b302099a8059",
            "to":"+12125550123","request":{"task":"Hi {{name}}\nbye","request_data":{"name":"Zoë \"Z\" O'Neil"}}}
            """.ReplaceLineEndings("") + "\n",
            File.ReadAllText(LedgerFile));
    }

    [Fact]
    public void A_call_without_a_batch_has_a_null_there()
    {
        using (var ledger = new SandboxLedger(LedgerFile))
            ledger.Append(SandboxRig.Placement("+12125550123") with { BatchId = null }, SandboxRig.Start);

        var line = JsonNode.Parse(File.ReadAllText(LedgerFile))!.AsObject();
        Assert.Equal(Properties, line.Select(property => property.Key));
        Assert.Null(line["batch_id"]);
    }

    [Fact]
    public void The_same_key_has_one_line()
    {
        var placement = SandboxRig.Placement("+12125550123");
        using (var ledger = new SandboxLedger(LedgerFile))
        {
            Assert.True(ledger.Append(placement, SandboxRig.Start));
            Assert.False(ledger.Append(placement, SandboxRig.Start.AddSeconds(1)));
        }

        using var reopened = new SandboxLedger(LedgerFile);
        Assert.False(reopened.Append(placement, SandboxRig.Start.AddSeconds(2)));
        Assert.Equal(SandboxRig.Start, reopened.Find(placement.Key)!.PlacedAt);
        Assert.Single(File.ReadAllLines(LedgerFile));
    }

    [Fact]
    public void A_last_line_without_newline_is_cut_off_and_counts_as_not_placed()
    {
        var (whole, torn) = (SandboxRig.Placement("+12125550123"), SandboxRig.Placement("+12125550124"));
        using (var ledger = new SandboxLedger(LedgerFile))
        {
            ledger.Append(whole, SandboxRig.Start);
            ledger.Append(torn, SandboxRig.Start);
        }

        using (var file = File.OpenWrite(LedgerFile)) file.SetLength(file.Length - 1);

        using (var ledger = new SandboxLedger(LedgerFile))
        {
            Assert.Single(File.ReadAllLines(LedgerFile));
            Assert.NotNull(ledger.Find(whole.Key));
            Assert.Null(ledger.Find(torn.Key));
            Assert.True(ledger.Append(torn, SandboxRig.Start));
        }

        Assert.Equal([whole.Key, torn.Key], Keys());
    }

    [Fact]
    public void Concurrent_placements_have_one_whole_line_each()
    {
        CallPlacement[] placements =
            [.. Enumerable.Range(0, 500).Select(i => SandboxRig.Placement($"+1212555{1000 + i}"))];
        var placed = 0;
        using (var ledger = new SandboxLedger(LedgerFile))
            Parallel.ForEach([.. placements, .. placements], placement =>
            {
                if (ledger.Append(placement, SandboxRig.Start)) Interlocked.Increment(ref placed);
            });

        Assert.Equal(placements.Length, placed);
        Assert.Equal(placements.Select(p => p.Key.Value).Order(), Keys().Select(key => key.Value).Order());
    }

    [Fact]
    public void Lines_of_any_length_are_read_back()
    {
        CallPlacement[] placements =
        [
            .. new[] { 10, 4_000, 70_000, 300_000, 3 }.Select(length => SandboxRig.Placement(
                "+12125550123", settings: new JsonObject { ["task"] = new string('é', length) })),
        ];
        using (var ledger = new SandboxLedger(LedgerFile))
            foreach (var placement in placements)
                ledger.Append(placement, SandboxRig.Start);

        using var reopened = new SandboxLedger(LedgerFile);
        foreach (var placement in placements)
            Assert.Equal(
                placement.Settings["task"]!.GetValue<string>(),
                reopened.Find(placement.Key)!.Request.GetProperty("task").GetString());
    }

    [Fact]
    public void A_damaged_line_stops_the_start_and_says_where_it_is()
    {
        File.WriteAllText(LedgerFile, "{\"placed_at\":\"yesterday\"}\n", Encoding.UTF8);

        var error = Assert.Throws<InvalidDataException>(() => new SandboxLedger(LedgerFile));

        Assert.Contains($"{LedgerFile} is damaged at byte 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inherited_are_the_calls_placed_lately_by_an_earlier_process()
    {
        var (early, late) = (SandboxRig.Placement("+12125550123"), SandboxRig.Placement("+12125550124"));
        using (var ledger = new SandboxLedger(LedgerFile))
        {
            ledger.Append(early, SandboxRig.Start);
            ledger.Append(late, SandboxRig.Start.AddMinutes(1));
        }

        using var reopened = new SandboxLedger(LedgerFile);
        reopened.Append(SandboxRig.Placement("+12125550125"), SandboxRig.Start.AddMinutes(2));

        Assert.Equal([late.Key], reopened.Inherited(SandboxRig.Start.AddSeconds(1)));
    }

    private IEnumerable<AttemptKey> Keys() => File.ReadAllLines(LedgerFile)
        .Select(line => new AttemptKey(JsonElement.Parse(line).GetProperty("attempt_id").GetGuid()));
}
