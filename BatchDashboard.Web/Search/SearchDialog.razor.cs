using System.Security.Cryptography;
using BatchDashboard.Core.Search;
using BatchDashboard.Web.Batches;
using BatchDashboard.Web.Calls;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace BatchDashboard.Web.Search;

/// <summary>The search of the frame: a field, and a list of what it found that is worked with from the field.</summary>
public sealed partial class SearchDialog : IAsyncDisposable
{
    /// <summary>So long somebody types no further.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(120);

    private string _text = "";
    private SearchResults _found = SearchResults.None;
    private List<string> _hits = [];
    private int _active;
    private bool _isAnswered;
    private bool _revealsActive;
    private string? _failure;
    private Task _search = Task.CompletedTask;
    private CancellationTokenSource _typing = new();
    private IJSObjectReference? _shortcuts;

    [Inject] public required SearchQueries Queries { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [Inject] public required IJSRuntime Js { get; init; }

    [Inject] public required ILogger<SearchDialog> Logger { get; init; }

    // What was found for the text before is no answer to Enter.
    private string? ActiveAddress => _isAnswered && _active < _hits.Count ? _hits[_active] : null;

    private string? ActiveId => ActiveAddress is { } address ? SearchHit.IdOf(address) : null;

    private bool IsTooShort => _text.Trim().Length < SearchQueries.MinLength;

    private bool IsUnmatched => _isAnswered && _hits.Count == 0 && !IsTooShort;

    private string AllBatches => (BatchListQuery.Read(null, _text, null)).Href;

    private string Sentence => this switch
    {
        { _failure: not null } => "The search failed.",
        { _text.Length: 0 } => "Type a part of a batch’s name, an id, or a phone number in any spelling.",
        { _isAnswered: false } => "Searching…",
        { _hits.Count: > 0 } => $"Batches: {_found.Batches.Count}, calls: {_found.Calls.Count}",
        { IsTooShort: true } => $"Type at least {SearchQueries.MinLength} characters.",
        _ => $"Nothing matches “{_text.Trim()}”.",
    };

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_revealsActive || ActiveId is not { } id)
            return;
        _revealsActive = false;
        await (await ShortcutsAsync()).InvokeVoidAsync("reveal", id);
    }

    private async Task SearchAsync()
    {
        await _typing.CancelAsync();
        _typing.Dispose();
        _typing = new CancellationTokenSource();
        (_isAnswered, _failure) = (false, null);
        _search = FindAsync(_text, _typing.Token);
        await _search;
    }

    private async Task FindAsync(string text, CancellationToken cancellationToken)
    {
        try
        {
            if (text.Length > 0)
                await Task.Delay(Pause, Time, cancellationToken);
            var found = await Queries.FindAsync(text, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            Show(found);
        }
        catch (OperationCanceledException)
        {
            // Somebody typed on; the answer to that is on its way.
        }
        catch (Exception exception)
        {
            // The frame's edge: the page beneath has nothing to do with it.
            Show(SearchResults.None);
            _failure = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
            Log.NotSearched(Logger, _failure, exception);
        }
    }

    private void Show(SearchResults found)
    {
        _found = found;
        _hits = [.. found.Batches.Select(batch => BatchAddress.Of(batch.Id)), .. found.Calls.Select(call => CallAddress.Of(call.Id))];
        (_active, _isAnswered, _revealsActive) = (0, true, true);
    }

    private async Task FollowKeyAsync(KeyboardEventArgs key)
    {
        if (key.Key == "Enter")
        {
            // Enter may come before the answer to what was typed.
            await _search;
            if (ActiveAddress is { } address)
                await GoAsync(address);
        }
        else if (key.Key is "ArrowDown" or "ArrowUp" && _hits.Count > 0)
        {
            _active = (_active + (key.Key == "ArrowDown" ? 1 : _hits.Count - 1)) % _hits.Count;
            _revealsActive = true;
        }
    }

    // Below an open dialog the new page could not take the focus.
    private async Task GoAsync(string address)
    {
        await (await ShortcutsAsync()).InvokeVoidAsync("close", "find");
        Navigation.NavigateTo(address);
    }

    private Task Clear()
    {
        _text = "";
        return SearchAsync();
    }

    private async ValueTask<IJSObjectReference> ShortcutsAsync() =>
        _shortcuts ??= await Js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["shortcuts.js"]}");

    public async ValueTask DisposeAsync()
    {
        await _typing.CancelAsync();
        _typing.Dispose();
        await _shortcuts.LetGoAsync();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A search failed; it shows the reference {Reference}.")]
        public static partial void NotSearched(ILogger logger, string reference, Exception exception);
    }
}
