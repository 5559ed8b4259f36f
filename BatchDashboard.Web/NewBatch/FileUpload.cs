using BatchDashboard.Web.NewBatch.Recipients;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BatchDashboard.Web.NewBatch;

/// <summary>One place of a page that takes files, which travel beside the circuit; knows how far a file is, and why it was not taken.</summary>
/// <param name="onChange">Something else is to be shown.</param>
/// <param name="onReceived">The file is there; given its name and the server's reply.</param>
public sealed class FileUpload(IJSRuntime js, Func<Task> onChange, Func<string, string, Task> onReceived) : IAsyncDisposable
{
    private IJSObjectReference? _module;
    private IJSObjectReference? _attached;
    private DotNetObjectReference<FileUpload>? _self;

    /// <summary>Null when none is on its way.</summary>
    internal FileOnItsWay? Sending { get; private set; }

    /// <summary>Why the last file was not taken.</summary>
    public string? Refusal { get; private set; }

    public string RefusedName { get; private set; } = "";

    /// <summary>The same file may be taken the next time.</summary>
    public bool CanRetry { get; private set; }

    /// <param name="module">The address of new-batch.js.</param>
    /// <param name="zone">Takes what is dropped on it.</param>
    /// <param name="pasted">A field whose text is sent like a file; null when there is none.</param>
    /// <param name="options">As the script reads them.</param>
    public async Task AttachAsync(string module, ElementReference zone, ElementReference input, ElementReference? pasted, object options)
    {
        _self = DotNetObjectReference.Create(this);
        _module = await js.InvokeAsync<IJSObjectReference>("import", module);
        _attached = await _module.InvokeAsync<IJSObjectReference>("attachUpload", zone, input, pasted, _self, options);
    }

    public Task CancelAsync() => AskAsync("cancel");

    public Task RetryAsync() => AskAsync("retry");

    public Task PasteAsync() => AskAsync("paste");

    /// <summary>From the browser: a file was chosen, and so many bytes of it are on their way.</summary>
    /// <param name="milliseconds">Since it set out.</param>
    [JSInvokable]
    public Task OnProgress(string name, long sent, long size, double milliseconds)
    {
        (Sending, Refusal) = (new FileOnItsWay(name, sent, size, TimeSpan.FromMilliseconds(milliseconds)), null);
        return onChange();
    }

    /// <summary>From the browser: the file is there.</summary>
    [JSInvokable]
    public async Task OnReceived(string name, string reply)
    {
        Sending = null;
        await onReceived(name, reply);
        await onChange();
    }

    /// <summary>From the browser: nothing became of it.</summary>
    /// <param name="why">A sentence for people; null when the operator cancelled.</param>
    [JSInvokable]
    public Task OnRefused(string name, string? why, bool canRetry)
    {
        (Sending, Refusal, RefusedName, CanRetry) = (null, why, name, canRetry);
        return onChange();
    }

    public async ValueTask DisposeAsync()
    {
        await _attached.LetGoAsync("detach");
        await _module.LetGoAsync();
        _self?.Dispose();
    }

    private async Task AskAsync(string what)
    {
        if (_attached is not null)
            await _attached.InvokeVoidAsync(what);
    }
}
