using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.NewBatch.Review;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Tests.NewBatch;

/// <summary>A review tells only as long as nothing becomes known about its numbers.</summary>
public sealed class ReviewedNumbersTests : ReviewTest
{
    private const string Changed = "numbers_changed";

    [Fact]
    public async Task A_number_that_came_onto_the_list_is_counted_before_it_can_be_launched()
    {
        var draft = await Core.DraftAsync(CoreHost.Numbers(3));
        await BlockAsync(CoreHost.Number(1));

        var refused = await Core.LaunchAsync(draft);

        Assert.Equal(Changed, refused.Error.Code);
        Assert.False((await GetAsync(draft)).IsReviewed);
        Assert.Equal("not_reviewed", (await Core.LaunchAsync(draft)).Error.Code);
        await RunAsync(draft);
        Assert.Equal((2, 1), (((await GetAsync(draft)).Report!.Ready), (await CountsAsync(draft)).Of(ReviewKind.DoNotCall)));
        Assert.True((await Core.LaunchAsync(draft)).IsSuccess);
    }

    [Fact]
    public async Task A_number_that_was_taken_off_the_list_is_counted_before_it_can_be_launched()
    {
        await BlockAsync(CoreHost.Number(1));
        var draft = await Core.DraftAsync(CoreHost.Numbers(3));
        await Core.Service<DoNotCallList>().RemoveAsync(new(CoreHost.Number(1)), "gave consent", Owner, default);

        Assert.Equal(Changed, (await Core.LaunchAsync(draft)).Error.Code);

        await RunAsync(draft);
        Assert.Equal(3, (await GetAsync(draft)).Report!.Ready);
    }

    [Fact]
    public async Task Numbers_that_no_row_has_change_nothing()
    {
        var draft = await Core.DraftAsync(CoreHost.Numbers(3) + "\nnonsense");
        await BlockAsync(CoreHost.Number(7));

        Assert.True((await Core.LaunchAsync(draft)).IsSuccess);
    }

    [Theory]
    [InlineData(7, Changed)]
    [InlineData(null, null)]
    public async Task A_number_that_another_batch_has_called_is_counted_when_the_rules_ask_for_it(int? days, string? code)
    {
        var draft = await Core.DraftAsync(CoreHost.Numbers(3), d => d.SkipCalledWithin(days));
        await Core.Service<Database>().WriteAsync(
            WritePriority.Interactive,
            context => context.Database.ExecuteSqlAsync(
                $"INSERT INTO last_dials (number, dialled_at) VALUES ({new PhoneNumber(CoreHost.Number(2)).Digits}, {TimeProvider.System.GetUtcNow().UtcTicks})"),
            default);

        var launched = await Core.LaunchAsync(draft);

        Assert.Equal(code, launched.IsSuccess ? null : launched.Error.Code);
    }

    private async Task BlockAsync(string number) => Assert.Equal(
        1,
        (await Core.Service<DoNotCallList>().AddAsync(
            number, "US", new DoNotCallTerms("asked", DoNotCallSource.Manual), Owner, default)).Value.Added);
}
