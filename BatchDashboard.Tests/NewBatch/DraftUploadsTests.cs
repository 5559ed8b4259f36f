using System.Text;
using BatchDashboard.Core;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Tests.Support;

namespace BatchDashboard.Tests.NewBatch;

public sealed class DraftUploadsTests : WizardTest
{
    [Fact]
    public async Task A_new_file_replaces_the_old_one_on_the_disk_as_well()
    {
        var draft = await Core.DraftAsync(SeedTable);
        var old = Assert.Single(UploadedFiles());

        var received = await ReceiveAsync(draft, "phone_number\n+12125550123", "next.csv");

        Assert.Equal("next.csv", received.Value.Source!.FileName);
        Assert.Null(received.Value.Report);
        Assert.Equal(received.Value.Source.StoredAs, Assert.Single(UploadedFiles()));
        Assert.NotEqual(old, received.Value.Source.StoredAs);
    }

    [Theory]
    [InlineData("", "no recipients")]
    [InlineData("phone_number,name\n", "no recipients")]
    [InlineData("phone_number\n\"+12125550123\n+12125550124\n", "never closed")]
    [InlineData("%PDF-1.7\n%\u0001\u0002", "cannot be read as a table")]
    public async Task A_file_that_is_no_table_is_refused_with_the_reason_and_not_kept(string content, string reason)
    {
        var draft = await Core.Service<DraftService>().StartAsync(Operator, default);

        var received = await ReceiveAsync(draft.Id, content, "bad.csv");

        Assert.Contains(reason, received.Error.Message, StringComparison.Ordinal);
        Assert.Empty(UploadedFiles());
        Assert.Null((await DraftAsync(draft.Id)).Source);
    }

    [Fact]
    public async Task A_file_that_turns_out_too_large_on_its_way_is_not_kept()
    {
        await using var small = await CoreHost.StartAsync(("Import:MaxFileMegabytes", "1"));
        var draft = await small.Service<DraftService>().StartAsync(Operator, default);
        using var content = new MemoryStream(new byte[(1024 * 1024) + 1]);

        var received = await small.Service<DraftUploads>().ReceiveAsync(draft.Id, Operator, "big.csv", content, null, default);

        Assert.Equal("The file is larger than 1 MB. Split it into smaller files, one batch each.", received.Error.Message);
        Assert.Empty(Directory.EnumerateFiles(small.Service<Core.Data.DataDirectory>().Uploads));
    }

    [Fact]
    public async Task A_launched_draft_takes_no_file()
    {
        var draft = await Core.DraftAsync(SeedTable);
        await Core.LaunchAsync(draft);

        var received = await ReceiveAsync(draft, SeedTable, "again.csv");

        Assert.Equal(DraftErrors.AlreadyLaunchedCode, received.Error.Code);
        Assert.Single(UploadedFiles());
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing_behind()
    {
        var draft = await Core.Service<DraftService>().StartAsync(Operator, default);
        using var lost = new LostStream();

        await Assert.ThrowsAsync<IOException>(() =>
            Core.Service<DraftUploads>().ReceiveAsync(draft.Id, Operator, "lost.csv", lost, null, default));

        Assert.Empty(UploadedFiles());
        Assert.Null((await DraftAsync(draft.Id)).Source);
    }

    private async Task<Result<BatchDraft>> ReceiveAsync(Guid draft, string content, string name)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        return await Core.Service<DraftUploads>().ReceiveAsync(draft, Operator, name, stream, stream.Length, default);
    }

    [Theory]
    [InlineData("", "second")]
    [InlineData("May reminders", "May reminders")]
    public async Task The_name_follows_the_file_until_somebody_gives_another(string given, string expected)
    {
        var draft = await Core.Service<DraftService>().StartAsync(Operator, default);
        await ReceiveAsync(draft.Id, SeedTable, "first.csv");
        Assert.Equal("first", (await DraftAsync(draft.Id)).Name);
        if (given.Length > 0)
            await ChangeAsync(draft.Id, d => d.Name = given);

        await ReceiveAsync(draft.Id, SeedTable, "second.csv");

        Assert.Equal(expected, (await DraftAsync(draft.Id)).Name);
    }

    [Fact]
    public async Task A_discarded_draft_leaves_no_file_behind_and_a_launched_one_stays()
    {
        var drafts = Core.Service<DraftService>();
        var draft = await drafts.StartAsync(Operator, default);
        await ReceiveAsync(draft.Id, SeedTable, "first.csv");
        var launched = await Core.DraftAsync(SeedTable);
        Assert.True((await Core.LaunchAsync(launched)).IsSuccess);
        Assert.Equal(2, UploadedFiles().Length);

        await drafts.DiscardAsync(draft.Id, "somebody else", default);
        Assert.Equal(2, UploadedFiles().Length);
        await drafts.DiscardAsync(draft.Id, Operator, default);
        await drafts.DiscardAsync(launched, Operator, default);

        Assert.Single(UploadedFiles());
        Assert.False((await drafts.GetAsync(draft.Id, Operator, default)).IsSuccess);
        Assert.True((await drafts.GetAsync(launched, Operator, default)).IsSuccess);
    }

    /// <summary>Gives some rows, and then the connection is gone.</summary>
    private sealed class LostStream() : MemoryStream("phone\n12125550123\n"u8.ToArray())
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("The client is gone.");
    }
}
