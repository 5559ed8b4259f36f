using BatchDashboard.Core.NewBatch;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace BatchDashboard.Web.NewBatch.Recipients;

/// <summary>Takes the file of recipients and shows how it was understood.</summary>
public sealed partial class RecipientsStep : IAsyncDisposable
{
    private ElementReference _zone;
    private ElementReference _input;
    private ElementReference _pasted;
    private IJSObjectReference? _module;
    private IJSObjectReference? _upload;
    private DotNetObjectReference<RecipientsStep>? _self;
    private FileOnItsWay? _sending;
    private string? _refusal;
    private string _refusedName = "";
    private bool _canRetry;

    /// <summary>Where the recipients come from: a file, or <c>paste</c>.</summary>
    [SupplyParameterFromQuery(Name = "from")] public string? From { get; set; }

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
        _upload = await _module.InvokeAsync<IJSObjectReference>("attachUpload", _zone, _input, _pasted, _self, new
        {
            Address = $"/uploads/{Draft.Id}",
            Token = Antiforgery.GetAntiforgeryToken()?.Value,
            Uploads.MaxBytes,
            PastedName = "Pasted cells.tsv",
            TooLarge = $"It is larger than {Counted.Number(Uploads.MaxBytes / 1024 / 1024)} MB. Split it into smaller files, one batch each.",
        });
    }

    private bool IsPaste => From == "paste";

    private IReadOnlyList<TabLink> Tabs =>
    [
        new("Upload a file", DraftStep.Recipients.Path(Draft.Id), !IsPaste),
        new("Paste cells", PageAddress.Of(DraftStep.Recipients.Path(Draft.Id), ("from", "paste")), IsPaste),
    ];

    /// <summary>From the browser: a file was chosen, and so many bytes of it are on their way.</summary>
    /// <param name="milliseconds">Since it set out.</param>
    [JSInvokable]
    public void OnProgress(string name, long sent, long size, double milliseconds)
    {
        (_sending, _refusal) = (new FileOnItsWay(name, sent, size, TimeSpan.FromMilliseconds(milliseconds)), null);
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
    /// <param name="canRetry">The same file may be taken the next time.</param>
    [JSInvokable]
    public void OnRefused(string name, string? why, bool canRetry)
    {
        (_sending, _refusal, _refusedName, _canRetry) = (null, why, name, canRetry);
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

    private Task CancelAsync() => AskAsync("cancel");

    private Task RetryAsync() => AskAsync("retry");

    private Task PasteAsync() => AskAsync("paste");

    private async Task AskAsync(string what)
    {
        if (_upload is not null)
            await _upload.InvokeVoidAsync(what);
    }
}
