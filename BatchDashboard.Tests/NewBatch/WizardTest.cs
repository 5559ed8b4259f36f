using System.Text;
using BatchDashboard.Core.Data;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.NewBatch.Review;
using BatchDashboard.Tests.Support;
using BatchDashboard.Web.NewBatch;
using Bunit;

namespace BatchDashboard.Tests.NewBatch;

/// <summary>The wizard's pages over the real Core, which is up from the start.</summary>
public abstract class WizardTest : PageTest
{
    protected const string SeedTable =
        """
        phone_number,business_name,previous_customer,champion_name,webhook
        +12345678909,South Bay Coffee,Yes,Sarah H,https://example.com/webhook1
        +10987654321,John's Laundry,No,John W,https://example.com/webhook2
        """;

    public override Task InitializeAsync() => StartAsync();

    /// <summary>Shows a step and waits until it stands.</summary>
    private protected IRenderedComponent<WizardPage> Show(Guid draft, DraftStep step)
    {
        var page = Render<WizardPage>(parameters => parameters
            .Add(p => p.DraftId, draft)
            .Add(p => p.Step, step.Slug()));
        page.WaitForElement("h1");
        return page;
    }

    /// <summary>Shows the mapping and waits until the whole file is counted, after which nothing is drawn anew by itself.</summary>
    private protected async Task<IRenderedComponent<WizardPage>> ShowMappingAsync(Guid draft)
    {
        var page = Show(draft, DraftStep.Map);
        await page.WaitForAssertionAsync(
            () => Assert.Contains("Counted over all", page.Markup, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        return page;
    }

    private protected async Task<BatchDraft> DraftAsync(Guid id) =>
        (await Core.Service<DraftService>().GetAsync(id, Operator, default)).Value;

    private protected Task ChangeAsync(Guid id, Action<BatchDraft> change) =>
        Core.Service<DraftService>().ChangeAsync(id, Operator, change, default);

    /// <summary>What another tab does: gives the draft another file, and has its rows checked.</summary>
    private protected async Task ReplaceFileAsync(Guid id, string name, string csv)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(csv));
        var uploads = Core.Service<DraftUploads>();
        Assert.True((await uploads.ReceiveAsync(id, Operator, name, content, content.Length, default)).IsSuccess);
        Assert.True((await Core.Service<DraftReview>().RunAsync(id, Operator, null, default)).IsSuccess);
    }

    private protected string[] UploadedFiles() =>
        [.. Directory.EnumerateFiles(Core.Service<DataDirectory>().Uploads).Select(path => Path.GetFileName(path))];
}
