using BatchDashboard.Core.Data;
using BatchDashboard.Tests.Support;
using Microsoft.Data.Sqlite;

namespace BatchDashboard.Tests.Data;

public sealed class BulkStatementTests
{
    private const string Insert = "INSERT INTO installation (name, value) VALUES (?1, ?2)";

    [Fact]
    public async Task Texts_come_back_as_they_were_the_empty_one_too()
    {
        string[] values = ["", "Zoë 王伟 😀", "a\"b\\c\n", new('x', 20_000)];
        await using var core = await CoreHost.StartAsync();

        await WriteAsync(core, insert =>
        {
            foreach (var (index, value) in values.Index())
            {
                insert.Bind(1, $"test {index}");
                insert.Bind(2, value);
                insert.Run();
            }
        });

        await using var context = await core.Service<Database>().ReadAsync(default);
        var stored = context.Installation.Where(fact => fact.Name.StartsWith("test")).OrderBy(fact => fact.Name);
        Assert.Equal(values, stored.Select(fact => fact.Value));
    }

    [Fact]
    public async Task A_row_that_breaks_a_rule_of_the_table_throws_and_none_is_kept()
    {
        await using var core = await CoreHost.StartAsync();

        await Assert.ThrowsAsync<SqliteException>(() => WriteAsync(core, insert =>
        {
            insert.Bind(1, "test");
            insert.Bind(2, "first");
            insert.Run();
            insert.Run();
        }));

        await using var context = await core.Service<Database>().ReadAsync(default);
        Assert.DoesNotContain(context.Installation, fact => fact.Name == "test");
    }

    private static Task WriteAsync(CoreHost core, Action<BulkStatement> work) => core.Service<Database>().WriteAsync(
        WritePriority.Bulk,
        context =>
        {
            using var insert = new BulkStatement(context, Insert);
            work(insert);
            return Task.CompletedTask;
        },
        default);
}
