using BatchDashboard.Core.NewBatch;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace BatchDashboard.Web.NewBatch;

/// <summary>Takes the file of recipients and shows how it was understood.</summary>
public sealed partial class RecipientsStep : IAsyncDisposable
{
    private ElementReference _zone;
    private ElementReference _input;
    private IJSObjectReference? _module;
    private IJSObjectReference? _upload;
    private DotNetObjectReference<RecipientsStep>? _self;
    private FileOnItsWay? _sending;
    private string? _refusal;
    private string _refusedName = "";

    [Inject] public required DraftUploads Uploads { get; init; }

    [Inject] public required AntiforgeryStateProvider Antiforgery { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    [Inject] public required IJSRuntime Js { get; init; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _self = DotNetObjectReference.Create(this);
        _module = await Js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["new-batch.js"]}");
        _upload = await _module.InvokeAsync<IJSObjectReference>("attachUpload", _zone, _input, _self, new
        {
            Address = $"/uploads/{Draft.Id}",
            Token = Antiforgery.GetAntiforgeryToken()?.Value,
            Uploads.MaxBytes,
            TooLarge = $"It is larger than {Counted.Number(Uploads.MaxBytes / 1024 / 1024)} MB. Split it into smaller files, one batch each.",
        });
    }

    /// <summary>From the browser: a file was chosen, and so many bytes of it are on their way.</summary>
    [JSInvokable]
    public void OnProgress(string name, long sent, long size)
    {
        (_sending, _refusal) = (new FileOnItsWay(name, sent, size), null);
        StateHasChanged();
    }

    /// <summary>From the browser: the file is there, and the draft has it.</summary>
    [JSInvokable]
    public async Task OnReceived(string name)
    {
        _sending = null;
        await Editor.ReloadAsync();
        Announcer.Announce($"{name} was uploaded.");
    }

    /// <summary>From the browser: nothing became of it.</summary>
    /// <param name="why">A sentence for people; null when the operator cancelled.</param>
    [JSInvokable]
    public void OnRefused(string name, string? why)
    {
        (_sending, _refusal, _refusedName) = (null, why, name);
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        Dispose();
        try
        {
            if (_upload is not null)
                await _upload.InvokeVoidAsync("detach");
            if (_module is not null)
                await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the module with it.
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _self?.Dispose();
    }

    private async Task CancelAsync()
    {
        if (_upload is not null)
            await _upload.InvokeVoidAsync("cancel");
    }
}
