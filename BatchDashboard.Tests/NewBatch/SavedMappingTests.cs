using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.NewBatch.Mapping;
using BatchDashboard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace BatchDashboard.Tests.NewBatch;

public sealed class SavedMappingTests : IAsyncLifetime
{
    private const string First = "phone,name,crm,webhook\n+12125550123,Ann,7,https://example.com\n";

    private CoreHost _core = null!;

    public async Task InitializeAsync() => _core = await CoreHost.StartAsync();

    public async Task DisposeAsync() => await _core.DisposeAsync();

    [Fact]
    public async Task A_launched_mapping_is_applied_to_the_next_file_with_these_headers_in_any_order()
    {
        await LaunchAsync("May reminders");

        var next = await _core.DraftAsync("Webhook,NAME,phone,crm\nhttps://example.com,Bob,+12125550124,8\n");

        var draft = await DraftAsync(next);
        Assert.Equal(
            [
                new(ColumnUse.Setting, "webhook"),
                new(ColumnUse.RequestData, "customer"),
                new(ColumnUse.PhoneNumber),
                new(ColumnUse.Metadata, "crm_id"),
            ],
            draft.Columns!);
        var proposed = await ProposeAsync(draft);
        Assert.True(proposed.IsRemembered);
        Assert.All(proposed.Final(TimeZoneInfo.Utc), guess => Assert.StartsWith("remembered from “May reminders”, ", guess.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_country_of_numbers_without_a_country_code_comes_with_the_mapping()
    {
        await _core.LaunchAsync(First, draft => draft.Decide(draft.Columns!, draft.Phone with { DefaultCountry = "DE" }, callDuplicates: false));

        Assert.Equal("DE", (await DraftAsync(await _core.DraftAsync(First))).Phone.DefaultCountry);
    }

    [Fact]
    public async Task The_last_launch_with_the_same_headers_is_the_one_that_is_remembered()
    {
        await LaunchAsync("May reminders");
        await _core.LaunchAsync(First, draft =>
        {
            draft.Name = "June reminders";
            Map(draft, 1, new(ColumnUse.RequestData, "first_name"));
        });

        var proposed = await ProposeAsync(await DraftAsync(await _core.DraftAsync(First)));

        Assert.Equal("June reminders", proposed.Match!.Mapping.BatchName);
        Assert.Equal("first_name", proposed.Columns[1].Name);
    }

    [Fact]
    public async Task Much_the_same_headers_are_offered_with_what_differs_and_applied_without_a_clash()
    {
        await _core.LaunchAsync("phone,a,b,c,d\n+12125550123,1,2,3,4\n", draft =>
        {
            draft.Name = "May";
            Map(draft, 1, new(ColumnUse.RequestData, "plan"));
        });

        var draft = await DraftAsync(await _core.DraftAsync("phone,a,b,c,Plan\n+12125550123,1,2,3,4\n"));

        Assert.Equal("a", draft.Columns![1].Name);
        var proposed = await ProposeAsync(draft);
        Assert.False(proposed.IsRemembered);
        var near = proposed.Match!;
        Assert.Equal((80, "Plan", "d"), (near.Percent, Assert.Single(near.New), Assert.Single(near.Missing)));
        Assert.Equal(
            ["", "plan", "b", "c", "Plan_2"],
            near.Apply(draft.Source!.Headers, draft.Columns).Select(target => target.Name ?? ""));
    }

    [Fact]
    public async Task Headers_that_have_little_in_common_are_not_offered_but_can_be_looked_up()
    {
        await LaunchAsync("May reminders");

        var draft = await DraftAsync(await _core.DraftAsync("phone,city,zip\n+12125550123,Rome,00100\n"));

        Assert.Null((await ProposeAsync(draft)).Match);
        var listed = await _core.Service<SavedMappings>().ListAsync(draft.Source!.Headers, 10, default);
        Assert.Equal(1, Assert.Single(listed).Shared);
        Assert.Empty(await _core.Service<SavedMappings>().ListAsync(["x", "y"], 10, default));
    }

    [Fact]
    public async Task A_file_is_profiled_once_for_its_draft_and_the_profile_goes_with_the_launch()
    {
        var id = await _core.DraftAsync(First);
        var draft = await DraftAsync(id);
        var profiles = _core.Service<DraftProfiles>();
        Assert.Null(await profiles.FindAsync(id, draft.Source!, default));

        var read = await profiles.ReadAsync(id, draft.Source!, default);

        var kept = (await profiles.FindAsync(id, draft.Source!, default))!;
        Assert.Equal((1, true), (kept.Rows, kept.IsWhole));
        Assert.Equal(read.Value.Columns[1].Values, kept.Columns[1].Values);
        Assert.Null(await profiles.FindAsync(id, draft.Source! with { Format = new SourceFormat(Delimiter: ';') }, default));
        Assert.True((await _core.LaunchAsync(id)).IsSuccess);
        await using var context = await _core.Service<Database>().ReadAsync(default);
        Assert.Empty(await context.DraftProfiles.ToListAsync());
    }

    [Fact]
    public async Task Rows_whose_values_were_mapped_are_called_and_others_are_skipped()
    {
        const string Csv = "phone,minutes\n+12125550123,short\n+12125550124,long\n+12125550125,?\n+12125550126,9\n";
        var values = new Dictionary<string, string> { ["short"] = "5", ["?"] = "" };

        var id = await _core.LaunchAsync(Csv, draft =>
        {
            Map(draft, 1, new(ColumnUse.Setting, "max_duration", values));
        });

        await _core.UntilFinalAsync(id);
        Assert.Equal(
            ["+12125550123", "+12125550125", "+12125550126"],
            _core.Ledger.Read().Select(entry => entry.To).Order(StringComparer.Ordinal));
    }

    private Task<BatchId> LaunchAsync(string name) => _core.LaunchAsync(First, draft =>
    {
        draft.Name = name;
        Map(draft, 1, new(ColumnUse.RequestData, "customer"));
        Map(draft, 2, new(ColumnUse.Metadata, "crm_id"));
        Map(draft, 3, new(ColumnUse.Setting, "webhook"));
    });

    private static void Map(BatchDraft draft, int column, ColumnTarget target) => draft.Decide(
        [.. draft.Columns!.Select((old, index) => index == column ? target : old)], draft.Phone, draft.CallDuplicates);

    private async Task<BatchDraft> DraftAsync(Guid id) =>
        (await _core.Service<DraftService>().GetAsync(id, "tester", default)).Value;

    private async Task<ProposedMapping> ProposeAsync(BatchDraft draft) =>
        (await _core.Service<DraftMappings>().ProposeAsync(draft.Source!, default)).Value;
}
