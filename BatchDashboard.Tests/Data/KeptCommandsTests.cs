using BatchDashboard.Core.Data;
using BatchDashboard.Tests.Support;
using Microsoft.Data.Sqlite;

namespace BatchDashboard.Tests.Data;

/// <summary>What dispatch keeps from one transaction to the next.</summary>
public sealed class KeptCommandsTests
{
    private const string Count = "SELECT count(*) FROM installation WHERE name = @name";

    [Fact]
    public async Task A_command_is_kept_and_serves_one_at_a_time()
    {
        using var scratch = new ScratchDirectory();
        await using var core = await CoreHost.OpenAsync(scratch.Root);
        var (first, second) = await WriteAsync(core, context =>
        {
            using var one = context.Prepare(Count, "@name").With("a");
            using var other = context.Prepare(Count, "@name").With("b");
            return (one, other);
        });

        var again = await WriteAsync(core, context =>
        {
            using var command = context.Prepare(Count, "@name").With("a");
            Assert.Equal(0L, command.ExecuteScalar());
            return command;
        });

        Assert.NotSame(first, second);
        Assert.True(ReferenceEquals(again, first) || ReferenceEquals(again, second));
    }

    [Fact]
    public async Task A_transaction_that_fails_leaves_nothing_to_the_next()
    {
        using var scratch = new ScratchDirectory();
        await using var core = await CoreHost.OpenAsync(scratch.Root);
        var kept = await WriteAsync(core, context => context.Kept);

        await Assert.ThrowsAsync<SqliteException>(() => WriteAsync(core, context =>
        {
            context.Run("INSERT INTO installation (name, value) VALUES (@name, 'x')", ("@name", "left over"));
            return context.Run("INSERT INTO installation (name) VALUES (@name)", ("@name", "broken"));
        }));

        var (left, now) = await WriteAsync(core, context =>
        {
            using var command = context.Prepare(Count, "@name").With("left over");
            return ((long)command.ExecuteScalar()!, context.Kept);
        });
        Assert.Equal(0, left);
        Assert.NotSame(kept, now);
    }

    private static Task<T> WriteAsync<T>(CoreHost core, Func<DashboardDbContext, T> work) =>
        core.Service<Database>().WriteAsync(WritePriority.Dispatch, context => Task.FromResult(work(context)), default);
}
