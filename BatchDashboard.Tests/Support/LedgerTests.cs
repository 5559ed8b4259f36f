namespace BatchDashboard.Tests.Support;

public sealed class LedgerTests : IDisposable
{
    private readonly ScratchDirectory _scratch = new();

    [Fact]
    public void A_ledger_that_is_not_there_yet_holds_no_calls() => Assert.Empty(Ledger().Read());

    [Fact]
    public void Every_dial_of_a_number_is_counted()
    {
        Write(Line("+12025550001") + Line("+12025550002") + Line("+12025550001"));

        Assert.Equal(2, Ledger().DialsByNumber()["+12025550001"]);
        Assert.Equal(1, Ledger().DialsByNumber()["+12025550002"]);
    }

    [Fact]
    public void A_last_line_that_was_cut_short_was_not_placed()
    {
        Write(Line("+12025550001") + Line("+12025550002").TrimEnd('\n'));

        Assert.Equal("+12025550001", Assert.Single(Ledger().Read()).To);
    }

    [Fact]
    public void A_damaged_line_in_the_middle_is_not_passed_over()
    {
        Write("{\"placed_at\":\n" + Line("+12025550002"));

        Assert.ThrowsAny<Exception>(() => Ledger().Read());
    }

    public void Dispose() => _scratch.Dispose();

    private static string Line(string to)
    {
        var (attempt, call) = (Guid.NewGuid(), Guid.NewGuid());
        return $"{{\"placed_at\":\"2026-01-02T03:04:05.678Z\",\"attempt_id\":\"{attempt}\",\"attempt\":1," +
            $"\"batch_id\":null,\"call_id\":\"{call}\",\"to\":\"{to}\",\"request\":{{}}}}\n";
    }

    private Ledger Ledger() => new(_scratch.PathOf("ledger.ndjson"));

    private void Write(string text) => File.WriteAllText(_scratch.PathOf("ledger.ndjson"), text);
}
