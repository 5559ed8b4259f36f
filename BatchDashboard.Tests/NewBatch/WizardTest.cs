using BatchDashboard.Core.Data;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Tests.Support;
using BatchDashboard.Web.NewBatch;
using BatchDashboard.Web.Shared;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Tests.NewBatch;

/// <summary>The wizard's pages over the real Core, for the user "tester".</summary>
public abstract class WizardTest : BunitContext, IAsyncLifetime
{
    protected const string Owner = "tester";

    protected const string SeedTable =
        """
        phone_number,business_name,previous_customer,champion_name,webhook
        +12345678909,South Bay Coffee,Yes,Sarah H,https://example.com/webhook1
        +10987654321,John's Laundry,No,John W,https://example.com/webhook2
        """;

    private protected CoreHost Core { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Core = await CoreHost.StartAsync();
        Provide<DraftService>();
        Provide<DraftFiles>();
        Provide<DraftReview>();
        Provide<DraftUploads>();
        Provide<DraftLauncher>();
        Provide<TimeProvider>();
        Provide<IOptions<DispatchOptions>>();
        Services.AddScoped<Drafting>().AddScoped<StatusAnnouncer>().AddScoped<MinuteClock>();
        Services.AddSingleton<AntiforgeryStateProvider, NoAntiforgery>();
        AddAuthorization().SetAuthorized(Owner);
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await Core.DisposeAsync();
    }

    /// <summary>Shows a step and waits until it stands.</summary>
    private protected IRenderedComponent<WizardPage> Show(Guid draft, DraftStep step)
    {
        var page = Render<WizardPage>(parameters => parameters
            .Add(p => p.DraftId, draft)
            .Add(p => p.Step, step.Slug()));
        page.WaitForElement("h1");
        return page;
    }

    private protected async Task<BatchDraft> DraftAsync(Guid id) =>
        (await Core.Service<DraftService>().GetAsync(id, Owner, default)).Value;

    private protected Task ChangeAsync(Guid id, Action<BatchDraft> change) =>
        Core.Service<DraftService>().ChangeAsync(id, Owner, change, default);

    private protected string[] UploadedFiles() =>
        [.. Directory.EnumerateFiles(Core.Service<DataDirectory>().Uploads).Select(path => Path.GetFileName(path))];

    private void Provide<T>()
        where T : class => Services.AddSingleton(Core.Service<T>());

    private sealed class NoAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
