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
    private FileUpload _upload = null!;

    /// <summary>Where the recipients come from: a file, or <c>paste</c>.</summary>
    [SupplyParameterFromQuery(Name = "from")] public string? From { get; set; }

    [Inject] public required DraftUploads Uploads { get; init; }

    [Inject] public required AntiforgeryStateProvider Antiforgery { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    [Inject] public required IJSRuntime Js { get; init; }

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _upload = new FileUpload(Js, () => InvokeAsync(StateHasChanged), ReceivedAsync);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        await _upload.AttachAsync($"./{Assets["new-batch.js"]}", _zone, _input, _pasted, new
        {
            Address = $"/uploads/{Draft.Id}",
            Token = Antiforgery.GetAntiforgeryToken()?.Value,
            Uploads.MaxBytes,
            PastedName = "Pasted cells.tsv",
            TooLarge = $"It is larger than {Counted.Number(Uploads.MaxBytes / 1024 / 1024)} MB. Split it into smaller files, one batch each.",
        });
    }

    public async ValueTask DisposeAsync()
    {
        Dispose();
        await _upload.DisposeAsync();
    }

    private bool IsPaste => From == "paste";

    private IReadOnlyList<TabLink> Tabs =>
    [
        new("Upload a file", DraftStep.Recipients.Path(Draft.Id), !IsPaste),
        new("Paste cells", PageAddress.Of(DraftStep.Recipients.Path(Draft.Id), ("from", "paste")), IsPaste),
    ];

    private async Task ReceivedAsync(string name, string reply)
    {
        await Editor.ReloadAsync();
        Announcer.Announce($"{name} was uploaded.");
    }
}
