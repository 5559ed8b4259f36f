using System.Text.Json;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.NewBatch.Review;
using BatchDashboard.Web.NewBatch.Recipients;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace BatchDashboard.Web.NewBatch.Review;

/// <summary>Gives rejected rows out and takes them back; both travel beside the circuit.</summary>
public sealed partial class RejectedRowsCard : IAsyncDisposable
{
    private ElementReference _zone;
    private ElementReference _input;
    private IJSObjectReference? _module;
    private IJSObjectReference? _upload;
    private DotNetObjectReference<RejectedRowsCard>? _self;
    private FileOnItsWay? _sending;
    private CorrectionReport? _report;
    private string? _refusal;

    [Parameter, EditorRequired] public required ReviewCounts Counts { get; set; }

    [Parameter, EditorRequired] public EventCallback OnChanged { get; set; }

    [Inject] public required DraftUploads Uploads { get; init; }

    [Inject] public required AntiforgeryStateProvider Antiforgery { get; init; }

    [Inject] public required IJSRuntime Js { get; init; }

    private int Rejected => Counts.Total - Counts.Called - Counts.Of(ReviewKind.Dropped);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _self = DotNetObjectReference.Create(this);
        _module = await Js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["new-batch.js"]}");
        _upload = await _module.InvokeAsync<IJSObjectReference>("attachUpload", _zone, _input, null, _self, new
        {
            Address = $"/uploads/{Draft.Id}/corrected",
            Token = Antiforgery.GetAntiforgeryToken()?.Value,
            Uploads.MaxBytes,
            TooLarge = "It is larger than a file of recipients may be.",
            WithReply = true,
        });
    }

    /// <summary>From the browser: so many bytes are on their way.</summary>
    [JSInvokable]
    public void OnProgress(string name, long sent, long size, double milliseconds)
    {
        (_sending, _refusal, _report) = (new FileOnItsWay(name, sent, size, TimeSpan.FromMilliseconds(milliseconds)), null, null);
        StateHasChanged();
    }

    /// <summary>From the browser: the rows were taken, and this is what became of them.</summary>
    [JSInvokable]
    public async Task OnReceived(string name, string reply)
    {
        _sending = null;
        _report = JsonSerializer.Deserialize<CorrectionReport>(reply, JsonSerializerOptions.Web);
        await OnChanged.InvokeAsync();
        StateHasChanged();
    }

    /// <summary>From the browser: nothing became of it.</summary>
    /// <param name="why">A sentence for people; null when the operator cancelled.</param>
    [JSInvokable]
    public void OnRefused(string name, string? why, bool canRetry)
    {
        (_sending, _refusal) = (null, why is null ? null : $"{VisibleText.Of(name)} was not taken. {why}");
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        Dispose();
        await _upload.LetGoAsync("detach");
        await _module.LetGoAsync();
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _self?.Dispose();
    }
}
