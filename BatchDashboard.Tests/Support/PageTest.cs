using System.Globalization;
using AngleSharp.Dom;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.Batches.Requests;
using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Compliance.CallingHours;
using BatchDashboard.Core.Dispatching;
using BatchDashboard.Core.Dispatching.Standstills;
using BatchDashboard.Core.LiveUpdates;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.NewBatch.Mapping;
using BatchDashboard.Core.NewBatch.Review;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Core.Search;
using BatchDashboard.Core.Telephony;
using BatchDashboard.Core.Templates;
using BatchDashboard.Core.Webhooks;
using BatchDashboard.Web.NewBatch;
using BatchDashboard.Web.Shared;
using BatchDashboard.Web.Templates;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using MudBlazor.Services;

namespace BatchDashboard.Tests.Support;

/// <summary>A test of pages on a whole Core with a real database, without a browser.</summary>
public abstract class PageTest : BunitContext, IAsyncLifetime
{
    protected const string Operator = "tester";

    private CoreHost? _core;

    // A second, the library's own patience, is too short on a machine that does other work as well.
    static PageTest() => DefaultWaitTimeout = TimeSpan.FromSeconds(30);

    private protected CoreHost Core => _core ?? throw new InvalidOperationException("Start the core first.");

    /// <summary>The policies that the operator fulfils.</summary>
    protected string[] Grants { get; set; } = [];

    public virtual Task InitializeAsync() => Task.CompletedTask;

    /// <summary>A file of so many numbers whose calls take ten minutes.</summary>
    protected static string LongCalls(int count) =>
        "phone_number\n" + string.Join('\n', Enumerable.Range(300, count).Select(exchange => $"+1212{exchange}0107"));

    /// <summary>Starts a core whose calls take as long as in life, and so many at once.</summary>
    private protected Task<CoreHost> StartSlowAsync(int lines) => StartAsync(
        ("Providers:Sandbox:Speed", "1"),
        ("Dispatch:MaxConcurrentCalls", lines.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Starts the core and gives its services to the pages.</summary>
    private protected async Task<CoreHost> StartAsync(params (string Key, string Value)[] settings)
    {
        _core = await CoreHost.StartAsync(settings);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddSingleton<AntiforgeryStateProvider, NoAntiforgery>();
        Services.AddScoped<StatusAnnouncer>().AddScoped<MinuteClock>().AddScoped<LiveSwitch>().AddScoped<Drafting>().AddScoped<TemplateDesk>();
        Share<IBatchFeed>().Share<BatchQueries>().Share<BatchLogQueries>().Share<BatchService>().Share<CallQueries>()
            .Share<SkippedRowQueries>().Share<DraftService>().Share<DraftFiles>().Share<DraftReview>().Share<DraftEdits>().Share<DraftRepairs>()
            .Share<DraftUploads>().Share<DraftFormats>().Share<DraftMappings>().Share<DraftProfiles>().Share<SavedMappings>()
            .Share<DoNotCallList>().Share<DoNotCallQueries>().Share<DoNotCallFiles>().Share<DoNotCallImport>()
            .Share<IHostApplicationLifetime>().Share<DraftLauncher>().Share<PhoneGate>().Share<TimeProvider>()
            .Share<IOptions<DispatchOptions>>().Share<IOptions<ProviderOptions>>().Share<CallProviders>().Share<ProviderKeys>().Share<TestCalls>()
            .Share<StandstillQueries>().Share<DialSwitch>().Share<CallDecisions>().Share<CallsAgain>().Share<ReviewQueries>()
            .Share<DialLimits>().Share<CallStops>().Share<BatchStatistics>().Share<SearchQueries>().Share<DemoBatch>().Share<CallingClocks>()
            .Share<WebhookQueries>().Share<WebhookSigner>().Share<TemplateService>().Share<TemplateQueries>();
        AddAuthorization().SetAuthorized(Operator).SetPolicies(Grants);
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return _core;
    }

    /// <summary>Renders the page of an address, whose query it reads for itself.</summary>
    private protected IRenderedComponent<T> Open<T>(string address, Action<ComponentParameterCollectionBuilder<T>>? parameters = null)
        where T : IComponent
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render(parameters ?? (_ => { }));
    }

    /// <summary>Finds a button by its words and presses it in one turn of the renderer, so that no live update comes between.</summary>
    protected static Task PressAsync<T>(IRenderedComponent<T> page, string words)
        where T : IComponent =>
        PressAsync(page, () => page.FindAll("button").Single(button => button.TextContent.Trim() == words));

    /// <inheritdoc cref="PressAsync{T}(IRenderedComponent{T}, string)"/>
    protected static Task PressAsync<T>(IRenderedComponent<T> page, Func<IElement> find)
        where T : IComponent =>
        page.InvokeAsync(() => find().ClickAsync(new()));

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        if (_core is not null)
            await _core.DisposeAsync();
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    private PageTest Share<T>()
        where T : class
    {
        Services.AddSingleton(Core.Service<T>());
        return this;
    }

    private sealed class NoAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
