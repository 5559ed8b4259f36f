using System.Globalization;
using BatchDashboard.Core.NewBatch;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BatchDashboard.Web.NewBatch.Launch;

/// <summary>Has the number of calls typed before many people are called.</summary>
public sealed partial class LaunchDialog
{
    /// <summary>Up to so many calls are launched by the button alone.</summary>
    internal const int Few = 500;

    private string _typed = "";
    private string? _problem;
    private ElementReference _field;

    [CascadingParameter] public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired] public required int Calls { get; set; }

    [Parameter, EditorRequired] public required string Name { get; set; }

    [Parameter, EditorRequired] public required string Verb { get; set; }

    /// <summary>Whether the draft is to be launched: without a question when it calls few.</summary>
    internal static async Task<bool> IsMeantAsync(IDialogService dialogs, BatchDraft draft)
    {
        var calls = draft.Report?.Ready ?? 0;
        if (calls <= Few)
            return true;
        var dialog = await dialogs.ShowAsync<LaunchDialog>(
            null,
            new DialogParameters<LaunchDialog>
            {
                { dialog => dialog.Calls, calls },
                { dialog => dialog.Name, draft.Name },
                { dialog => dialog.Verb, draft.StartTime is null ? "Launch" : "Schedule" },
            },
            new DialogOptions { MaxWidth = MaxWidth.ExtraSmall, FullWidth = true, CloseOnEscapeKey = true });
        return await dialog.Result is { Canceled: false };
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
            await _field.FocusAsync();
    }

    private async Task ConfirmAsync()
    {
        var digits = string.Concat(_typed.Where(char.IsAsciiDigit));
        if (digits == Calls.ToString(CultureInfo.InvariantCulture))
        {
            Dialog.Close(DialogResult.Ok(true));
            return;
        }

        _problem = $"It is {Calls} that are to be called. Type that number, or look at the recipients again.";
        await _field.FocusAsync();
    }

    private void Close() => Dialog.Cancel();
}
