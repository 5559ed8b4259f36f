using BatchDashboard.Core;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Web.NewBatch.Launch;
using BatchDashboard.Web.Shared;
using BatchDashboard.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;

namespace BatchDashboard.Web.DoNotCall;

/// <summary>Takes numbers that are not to be called any more, typed or pasted.</summary>
public sealed partial class AddNumbersDialog
{
    /// <summary>What a circuit carries in one message; longer lists come as files.</summary>
    private const int LongestText = 150_000;

    private string _text = "";
    private string _country = DoNotCallListQuery.UsualCountry;
    private string _reason = "";
    private DateOnly? _expires;
    private Error? _problem;
    private DoNotCallOutcome? _outcome;
    private bool _busy;
    private ElementReference _first;

    [Inject] public required DoNotCallList List { get; init; }

    [Inject] public required ISnackbar Snackbar { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    [CascadingParameter] public required IMudDialogInstance Dialog { get; set; }

    [CascadingParameter] public required Task<AuthenticationState> SignedIn { get; set; }

    [CascadingParameter] public BrowserPreferences Browser { get; set; } = BrowserPreferences.Unknown;

    /// <summary>The one number it is about; null: they are asked for.</summary>
    [Parameter] public PhoneNumber? Number { get; set; }

    private DateTimeOffset? ExpiresAt =>
        _expires is { } day ? ZonedTime.Of(day.ToDateTime(TimeOnly.MinValue), Browser.TimeZone) : null;

    /// <summary>Returns when the dialog is closed.</summary>
    internal static async Task ShowAsync(IDialogService dialogs, PhoneNumber? number = null)
    {
        var dialog = await dialogs.ShowAsync<AddNumbersDialog>(
            null,
            new DialogParameters<AddNumbersDialog> { { dialog => dialog.Number, number } },
            new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, CloseOnEscapeKey = true });
        await dialog.Result;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await _first.FocusAsync();
    }

    private async Task AddAsync()
    {
        (_problem, _outcome) = (null, null);
        if (_text.Length >= LongestText)
        {
            _problem = new Error(
                "text_cut_off", "The text is too long and has been cut off. Import the numbers as a file instead.", "numbers");
            return;
        }

        _busy = true;
        var added = await List.AddAsync(
            Number?.E164 ?? _text,
            _country,
            new DoNotCallTerms(_reason.Trim(), DoNotCallSource.Manual, ExpiresAt),
            (await SignedIn).User.Identity!.Name!,
            CancellationToken.None);
        _busy = false;
        if (added.IsSuccess)
            Show(added.Value);
        else
            _problem = added.Error;
    }

    private void Show(DoNotCallOutcome outcome)
    {
        _outcome = outcome;
        Announcer.Announce(DoNotCallWords.Of(outcome));
        if (outcome.Refused > 0)
            return;
        Snackbar.Add(DoNotCallWords.Of(outcome), Severity.Success);
        Dialog.Close();
    }

    private string? ProblemAt(string field) => _problem?.Field == field ? _problem.Message : null;

    private string? Invalid(string field) => _problem?.Field == field ? "true" : null;

    private void Close() => Dialog.Close();
}
