using BatchDashboard.Core;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.NewBatch;

namespace BatchDashboard.Web.NewBatch;

/// <summary>One open draft: changes show at once and are stored one after the other behind the operator's back.</summary>
public sealed class DraftEditor(DraftService drafts, BatchDraft draft, TimeProvider time) : ISettingsEditor
{
    private Task _last = Task.CompletedTask;
    private int _waiting;

    /// <summary>With every change in it, stored or not.</summary>
    public BatchDraft Draft { get; private set; } = draft;

    /// <summary>When the draft was last changed, as far as it was changed here; a change of another tab leaves it behind.</summary>
    public DateTimeOffset Seen { get; private set; } = draft.UpdatedAt;

    /// <summary>A change of another tab came to be shown beside one made here.</summary>
    public bool IsChangedElsewhere => Draft.UpdatedAt > Seen;

    public IReadOnlyList<DraftProblem> Problems { get; private set; } = DraftChecks.Of(draft, time.GetUtcNow());

    public bool IsSaving => _waiting > 0;

    /// <summary>Why the last change could not be stored.</summary>
    public Error? Failure { get; private set; }

    /// <summary>The operator tried to go on from here; from then on, what is missing is shown at its field.</summary>
    public bool HasTriedToGoOn { get; set; }

    /// <summary>Raised on the circuit's own thread.</summary>
    public event Action? Changed;

    /// <summary>Applies the change at once, so that a field never shows an older text than the one typed, and stores it.</summary>
    public Task ChangeAsync(Action<BatchDraft> change)
    {
        change(Draft);
        _waiting++;
        Refresh();
        return _last = StoreAfterAsync(_last, change);
    }

    /// <summary>Waits for the changes under way, then looks at the database again: an upload or another tab may have written there.</summary>
    public async Task ReloadAsync()
    {
        await SettledAsync();
        var stored = await drafts.GetAsync(Draft.Id, Draft.Owner, CancellationToken.None);
        Failure = stored.IsSuccess ? null : stored.Error;
        if (stored.IsSuccess)
            (Draft, Seen) = (stored.Value, stored.Value.UpdatedAt);
        Refresh();
    }

    /// <summary>Ends when every change so far is stored, or was refused.</summary>
    public async Task SettledAsync() => await _last.ConfigureAwait(
        ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);

    public IEnumerable<DraftProblem> ProblemsOf(DraftStep step) => Problems.Where(problem => problem.Step == step);

    /// <summary>What is wrong with a field, as far as it should be said already.</summary>
    public IEnumerable<DraftProblem> ProblemsAt(string field) =>
        Problems.Where(problem => problem.IsAt(field) && (HasTriedToGoOn || !problem.IsMissing));

    public bool Has(string setting) => Draft.Settings.ContainsKey(setting);

    public string TextOf(string setting) => Draft.TextOf(setting);

    public Task SetAsync(string setting, string? text) => ChangeAsync(draft => draft.Set(setting, text));

    public IEnumerable<Error> ErrorsAt(string field) => ProblemsAt(field).Select(problem => problem.Error);

    public bool IsSetByFile(string setting) => Draft.Columns?.Any(new ColumnTarget(ColumnUse.Setting, setting).IsSameAs) == true;

    public void Refresh()
    {
        Problems = DraftChecks.Of(Draft, time.GetUtcNow());
        Changed?.Invoke();
    }

    private async Task StoreAfterAsync(Task before, Action<BatchDraft> change)
    {
        await before.ConfigureAwait(
            ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            // A change is stored even when its page is left meanwhile.
            var isAsSeen = false;
            var stored = await drafts.ChangeAsync(
                Draft.Id,
                Draft.Owner,
                current =>
                {
                    isAsSeen = current.UpdatedAt == Seen;
                    change(current);
                },
                CancellationToken.None);
            Failure = stored.IsSuccess ? null : stored.Error;
            if (stored.IsSuccess && isAsSeen)
                Seen = stored.Value.UpdatedAt;
            if (stored.IsSuccess && _waiting == 1)
                Draft = stored.Value;
        }
        finally
        {
            _waiting--;
        }

        Refresh();
    }
}
