using BatchDashboard.Core.NewBatch;

namespace BatchDashboard.Tests.NewBatch;

public sealed class UploadSweepTests : WizardTest
{
    [Fact]
    public async Task Only_what_is_old_and_wanted_by_nobody_goes()
    {
        var launched = await Core.DraftAsync(SeedTable);
        await Core.LaunchAsync(launched);
        await Core.DraftAsync("phone_number\n+12125550123\n");
        var wanted = UploadedFiles();
        foreach (var file in wanted)
            Age(file);
        Store("unfinished.upload.part", isOld: true);
        Store("forgotten.upload", isOld: true);
        Store("on-its-way.upload.part", isOld: false);

        var removed = await Core.Service<UploadSweep>().RunAsync(default);

        Assert.Equal(2, removed);
        Assert.Equal([.. wanted.Append("on-its-way.upload.part").Order()], UploadedFiles().Order());
    }

    private void Store(string name, bool isOld)
    {
        File.WriteAllText(PathOf(name), "x");
        if (isOld)
            Age(name);
    }

    private void Age(string name) =>
        File.SetLastWriteTimeUtc(PathOf(name), TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2));

    private string PathOf(string name) => Core.Service<DraftFiles>().PathOf(name);
}
