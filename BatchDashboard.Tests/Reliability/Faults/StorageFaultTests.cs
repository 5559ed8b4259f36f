using System.Data.Common;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Tests.Dispatching.Model;
using BatchDashboard.Tests.Support;
using Microsoft.Data.Sqlite;

namespace BatchDashboard.Tests.Reliability.Faults;

/// <summary>A disk that is full or read-only, and a database that somebody else holds. Numbers: docs/faults.md.</summary>
public sealed class StorageFaultTests(WorldFixture fixture) : IClassFixture<WorldFixture>, IAsyncLifetime
{
    private readonly DialWorld _world = fixture.World;

    public Task InitializeAsync() => _world.ResetAsync(honoursKeys: false);

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("full")]
    [InlineData("read-only")]
    public async Task What_cannot_be_stored_is_not_acknowledged_and_is_stored_as_soon_as_it_can_be(string disk)
    {
        var intent = Assert.Single(await _world.IntendAsync(DialWorld.First, worker: 0, permits: 1));
        // Longer than the room that a full database has left in its pages.
        var words = new string('x', 1_000_000);
        Break(disk);

        var storing = _world.StoreAsync(new ProviderCall("call-1", intent.Key, CallStatus.Completed) { Summary = words });
        await Eventually.TrueAsync(
            () =>
            {
                _world.Wait(TimeSpan.FromSeconds(1));
                return _world.Refusals >= 3;
            },
            TimeSpan.FromSeconds(20),
            "it is tried again and again");
        Assert.False(storing.IsCompleted);
        Assert.Equal(CallStatus.Dialing, (await _world.CallsAsync())[0].Status);

        _world.Disk.Mend();
        await Eventually.TrueAsync(
            () =>
            {
                _world.Wait(TimeSpan.FromSeconds(1));
                return storing.IsCompleted;
            },
            TimeSpan.FromSeconds(20),
            "it is stored");
        await storing;
        Assert.Equal(words, (await _world.AttemptAsync(intent.Key)).Summary);
        Assert.Equal(1, (await _world.BatchesAsync())[0].Counts.Completed);
    }

    [Fact]
    public async Task Nothing_is_sent_when_its_intent_cannot_be_stored()
    {
        _world.Disk.MakeReadOnly();
        await Assert.ThrowsAnyAsync<DbException>(() => _world.IntendAsync(DialWorld.First, worker: 0, permits: 2));
        Assert.Null(_world.Send(worker: 0));
        _world.Disk.Mend();

        Assert.Equal(2, (await _world.IntendAsync(DialWorld.First, worker: 0, permits: 2)).Count);
    }

    [Fact]
    public async Task A_database_that_somebody_else_holds_is_waited_for()
    {
        var intent = Assert.Single(await _world.IntendAsync(DialWorld.First, worker: 0, permits: 1));
        await using var other = new SqliteConnection(_world.ConnectionString);
        await other.OpenAsync();
        await using var held = other.BeginTransaction(deferred: false);
        await using (var touch = other.CreateCommand())
        {
            touch.Transaction = held;
            touch.CommandText = "UPDATE batches SET name = name";
            await touch.ExecuteNonQueryAsync();
        }

        var storing = Task.Run(() => _world.StoreAsync(new ProviderCall("call-1", intent.Key, CallStatus.Completed)));
        Assert.Equal(CallStatus.Dialing, (await _world.CallsAsync())[0].Status);
        Assert.False(storing.IsCompleted);
        await held.CommitAsync();

        await storing;
        Assert.Equal(CallStatus.Completed, (await _world.CallsAsync())[0].Status);
    }

    [Fact]
    public void A_second_instance_on_the_same_data_is_refused_and_one_after_a_kill_is_not()
    {
        using var scratch = new ScratchDirectory();
        var directory = new DataDirectory(scratch.Root);
        directory.Create();
        using (var first = InstanceLock.Take(directory).Value)
        {
            Assert.Equal("data_directory_in_use", InstanceLock.Take(directory).Error!.Code);
        }

        // A kill leaves the file, and the system the lock.
        Assert.True(File.Exists(directory.LockFile));
        using var next = InstanceLock.Take(directory).Value;
        Assert.NotNull(next);
    }

    private void Break(string disk)
    {
        if (disk == "full")
            _world.Disk.Fill();
        else
            _world.Disk.MakeReadOnly();
    }
}
