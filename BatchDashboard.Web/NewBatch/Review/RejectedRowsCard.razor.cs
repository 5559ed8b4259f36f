using System.Text.Json;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.NewBatch.Review;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;

namespace BatchDashboard.Web.NewBatch.Review;

/// <summary>Gives rejected rows out and takes them back.</summary>
public sealed partial class RejectedRowsCard : IAsyncDisposable
{
    private ElementReference _zone;
    private ElementReference _input;
    private FileUpload _upload = null!;
    private CorrectionReport? _report;

    [Parameter, EditorRequired] public required ReviewCounts Counts { get; set; }

    [Parameter, EditorRequired] public EventCallback OnChanged { get; set; }

    [Inject] public required DraftUploads Uploads { get; init; }

    [Inject] public required AntiforgeryStateProvider Antiforgery { get; init; }

    [Inject] public required IJSRuntime Js { get; init; }

    private int Rejected => Counts.Total - Counts.Called - Counts.Of(ReviewKind.Dropped);

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _upload = new FileUpload(Js, () => InvokeAsync(StateHasChanged), ReceivedAsync);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        await _upload.AttachAsync($"./{Assets["new-batch.js"]}", _zone, _input, pasted: null, new
        {
            Address = $"/uploads/{Draft.Id}/corrected",
            Token = Antiforgery.GetAntiforgeryToken()?.Value,
            Uploads.MaxBytes,
            TooLarge = "It is larger than a file of recipients may be.",
        });
    }

    public async ValueTask DisposeAsync()
    {
        Dispose();
        await _upload.DisposeAsync();
    }

    private async Task ReceivedAsync(string name, string reply)
    {
        _report = JsonSerializer.Deserialize<CorrectionReport>(reply, JsonSerializerOptions.Web);
        await OnChanged.InvokeAsync();
    }
}
