namespace BatchDashboard.Tests.Support;

public sealed class AppLogTests
{
    private readonly AppLog _log = new();

    [Fact]
    public void A_logged_error_is_a_problem_with_all_its_lines()
    {
        Write("info: App[0]", "      Started.", "fail: App[7]", "      It broke.", "         at Somewhere()", "info: App[0]");

        Assert.Equal(Lines("fail: App[7]", "      It broke.", "         at Somewhere()"), Assert.Single(_log.Problems()));
    }

    [Theory]
    [InlineData("crit: Microsoft.Hosting[1]")]
    [InlineData("Unhandled exception. System.InvalidOperationException: no")]
    public void A_crash_is_a_problem(string line)
    {
        Write("info: App[0]", "      Started.", line);

        Assert.Equal(line, Assert.Single(_log.Problems()));
    }

    [Fact]
    public void A_warning_and_a_sentence_about_failing_are_no_problem()
    {
        Write("warn: App[0]", "      fail: to say so", "The app will not fail: never");

        Assert.Empty(_log.Problems());
    }

    [Fact]
    public void An_expected_error_is_no_problem_and_hides_no_other()
    {
        _log.Expect("It broke");
        Write("fail: App[7]", "      It broke.", "fail: App[8]", "      Another.");

        Assert.Equal(Lines("fail: App[8]", "      Another."), Assert.Single(_log.Problems()));
    }

    private static string Lines(params string[] lines) => string.Join(Environment.NewLine, lines);

    private void Write(params string[] lines)
    {
        foreach (var line in lines)
            _log.Add(line);
    }
}
