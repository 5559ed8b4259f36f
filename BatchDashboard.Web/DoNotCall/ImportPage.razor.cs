using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Core.LiveUpdates;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace BatchDashboard.Web.DoNotCall;

/// <summary>Puts the numbers of a file on the list, after it was shown how the file is understood.</summary>
public sealed partial class ImportPage
{
    private DoNotCallFile? _file;
    private DoNotCallOutcome? _outcome;
    private string? _refusal;
    private ImportProgress? _progress;

    [Inject] public required DoNotCallFiles Files { get; init; }

    [Inject] public required DoNotCallImport Import { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    [Inject] public required TimeProvider Time { get; init; }

    [Inject] public required IHostApplicationLifetime Lifetime { get; init; }

    [CascadingParameter] public required Task<AuthenticationState> SignedIn { get; set; }

    /// <summary>Of the uploaded file; null before the upload.</summary>
    [Parameter] public Guid? Id { get; set; }

    /// <summary>The file's name, as the browser told it.</summary>
    [SupplyParameterFromQuery(Name = "name")] public string? Name { get; set; }

    /// <summary>Why the upload was not taken.</summary>
    [SupplyParameterFromQuery(Name = "refused")] public string? Refused { get; set; }

    protected override object Question => (Id, Refused);

    protected override async Task ReadAsync()
    {
        (_file, _outcome, _refusal) = (null, null, RefusalOf(Refused));
        if (Id is not { } id)
            return;
        var read = await Files.ReadAsync(id, Gone);
        if (read.IsSuccess)
            _file = read.Value with { Name = Name ?? "" };
        else
            _refusal = read.Error.Message;
    }

    // The file changes by nobody else.
    protected override Task FollowAsync(IReadOnlyList<BatchChange> changes) => Task.CompletedTask;

    private async Task ImportAsync()
    {
        (_progress, _refusal) = (new ImportProgress(0, 1), null);
        // Once it has begun it goes on, also when the page is left.
        var imported = await Import.RunAsync(
            _file!, (await SignedIn).User.Identity!.Name!, new PacedProgress(Time, Show), Lifetime.ApplicationStopping);
        _progress = null;
        if (imported.IsSuccess)
            _outcome = imported.Value;
        else
            _refusal = imported.Error.Message;
        Announcer.Announce(_outcome is null ? _refusal! : DoNotCallWords.Of(_outcome));
    }

    private void Show(ImportProgress progress, double rowsPerSecond) => InvokeAsync(() =>
    {
        _progress = progress;
        StateHasChanged();
    });

    private string? RefusalOf(string? code) => Enum.TryParse<UploadRefusal>(code, ignoreCase: true, out var why)
        ? why switch
        {
            UploadRefusal.TooLarge => SourceErrors.FileTooLarge(Files.MaxMegabytes).Message,
            UploadRefusal.Expired => "The page had expired. Choose the file again.",
            _ => "No file was chosen. Choose one and upload it.",
        }
        : null;
}
