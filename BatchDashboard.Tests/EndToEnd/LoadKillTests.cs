using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BatchDashboard.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.EndToEnd;

/// <summary>kill -9 while rows are read: afterwards none is missing, and none is there twice.</summary>
public sealed partial class LoadKillTests(Browser browser, ITestOutputHelper output) : JourneyTest(browser, output)
{
    private const int Rows = 600_000;
    private const int Kills = 6;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task A_load_that_is_killed_again_and_again_stores_every_row_once()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var app = await StartAppAsync(new Dictionary<string, string> { ["Dispatch:LeaseSeconds"] = "2" });
        await CreateAsync(app);

        var interrupted = 0;
        for (var (kill, stored) = (0, 0); kill < Kills; kill++)
        {
            stored = await UntilStoredAsync(app, Math.Min(stored + random.Next(1, Rows / Kills), Rows));
            await app.KillAsync();
            interrupted += stored < Rows * 0.9 ? 1 : 0;
            await app.RestartAsync();
        }

        await UntilStoredAsync(app, Rows);
        await app.StopAsync();

        Assert.True(interrupted >= Kills / 2, $"Only {interrupted} kills came during the load (seed {seed}).");
        Assert.Equal(
            Enumerable.Range(0, Rows).Select(Stored),
            Read(app, "SELECT (key & 16777215) || '|' || status || '|' || data FROM calls ORDER BY key"));
        Assert.Equal(
            Read(app, "SELECT sum(status = 'queued') || '|' || sum(status = 'skipped') FROM calls"),
            Read(app, "SELECT n_queued || '|' || n_skipped FROM batches"));
        Assert.Equal([$"{Rows / 100}"], Read(app, "SELECT count(*) || '' FROM skipped_rows"));
    }

    [Fact]
    public async Task A_draft_whose_rows_are_being_checked_is_still_there_after_a_kill()
    {
        using var files = new ScratchDirectory();
        var path = files.PathOf("numbers.csv");
        await File.WriteAllTextAsync(path, CoreHost.Numbers(900_000));
        var app = await StartAppAsync();
        var window = await OpenWindowAsync(app.Address);
        var wizard = new WizardPage(window.Page);
        await window.Page.SignInAsync();
        await wizard.StartAsync();
        await wizard.UploadAsync(path);
        await wizard.MapAllToRequestDataAsync();

        await wizard.BeginReviewAsync();
        await Assertions.Expect(window.Page.GetByText(SomeRows())).ToBeVisibleAsync();
        window.Expect("blazor"); // It complains about the lost connection.
        await app.KillAsync();
        await app.RestartAsync();

        await window.Page.ReloadAsync();
        await Assertions.Expect(window.Page.GetByText("900,000 of 900,000 rows will be called.")).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    [GeneratedRegex(@"[\d,]+ of about [\d,]+ rows, [\d,]+ rows a second")]
    private static partial Regex SomeRows();

    private static async Task CreateAsync(RunningApp app)
    {
        using var api = app.CreateApiClient();
        var file = "phone_number,name\n" + string.Concat(Enumerable.Range(0, Rows).Select(i => $"{Cell(i)},Person {i}\n"));
        await api.PostFileAsync(
            "/v2/batches/create",
            "numbers.csv",
            Encoding.UTF8.GetBytes(file),
            new { global = new { task = "Hello {{name}}.", start_time = "2099-01-01 09:00:00 -05:00" } });
    }

    /// <summary>Looks at the file itself: by the time that a busy app has answered, it has stored the rest.</summary>
    private static async Task<int> UntilStoredAsync(RunningApp app, int rows)
    {
        using var connection = Open(app);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT n_queued + n_skipped FROM batches";
        var stored = 0;
        await Eventually.TrueAsync(
            () => (stored = Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture)) >= rows,
            Patience,
            () => $"{rows} rows are stored.\n{app.Log.Text}");
        return stored;
    }

    private static string Stored(int index) =>
        $"{index + 2}|{(index % 100 == 7 ? "skipped" : "queued")}|[\"{Cell(index)}\",\"Person {index}\"]";

    /// <summary>Every hundredth is the number of the row before, and so skipped.</summary>
    private static string Cell(int index) => CoreHost.Number(index % 100 == 7 ? index - 1 : index);

    private static List<string> Read(RunningApp app, string sql)
    {
        using var connection = Open(app);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(reader.GetString(0));
        return lines;
    }

    private static SqliteConnection Open(RunningApp app)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(app.DataDirectory, "batchdashboard.db")};Pooling=False");
        connection.Open();
        return connection;
    }
}
