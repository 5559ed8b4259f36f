using System.Globalization;
using BatchDashboard.Core.Batches;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.Data;

public sealed class RestoreGuardTests : IDisposable
{
    private readonly ScratchDirectory _installed = new();
    private readonly ScratchDirectory _restored = new();

    [Fact]
    public async Task A_copy_of_the_data_starts_with_every_unfinished_batch_paused()
    {
        var id = await LaunchAsync();
        Copy(_installed.Root, _restored.Root);

        Assert.False((await ReopenedAsync(_installed, id)).Paused);
        var restored = await ReopenedAsync(_restored, id);

        Assert.True(restored.Paused);
        Assert.Equal("restored", restored.Code);
        // It is this installation's own from now on: what somebody resumes is not paused again.
        await ResumeAsync(_restored, id);
        Assert.False((await ReopenedAsync(_restored, id)).Paused);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(-1, true)]
    public async Task An_older_database_in_its_old_place_is_noticed_and_a_start_that_was_cut_off_is_not(int ahead, bool isRestored)
    {
        var id = await LaunchAsync();
        var identity = Path.Combine(_installed.Root, "data", "identity");
        var parts = (await File.ReadAllTextAsync(identity)).Split(' ');
        var epoch = long.Parse(parts[1], CultureInfo.InvariantCulture) + ahead;
        await File.WriteAllTextAsync(identity, string.Create(CultureInfo.InvariantCulture, $"{parts[0]} {epoch}"));

        Assert.Equal(isRestored, (await ReopenedAsync(_installed, id)).Paused);
    }

    [Fact]
    public async Task Data_without_their_identity_are_taken_for_restored()
    {
        var id = await LaunchAsync();
        File.Delete(Path.Combine(_installed.Root, "data", "identity"));

        Assert.True((await ReopenedAsync(_installed, id)).Paused);
    }

    public void Dispose()
    {
        _installed.Dispose();
        _restored.Dispose();
    }

    private async Task<BatchId> LaunchAsync()
    {
        await using var core = await CoreHost.OpenAsync(_installed.Root);
        return await core.LaunchAsync(CoreHost.Numbers(2));
    }

    private static async Task<BatchSummary> ReopenedAsync(ScratchDirectory root, BatchId id)
    {
        await using var core = await CoreHost.OpenAsync(root.Root);
        return await core.GetAsync(id);
    }

    private static async Task ResumeAsync(ScratchDirectory root, BatchId id)
    {
        await using var core = await CoreHost.OpenAsync(root.Root);
        Assert.True((await core.Service<BatchService>().ResumeAsync(id, "tester", default)).IsSuccess);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
