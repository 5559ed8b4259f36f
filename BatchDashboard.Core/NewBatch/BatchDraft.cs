using System.Globalization;
using System.Text.Json.Nodes;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.NewBatch.Mapping;
using BatchDashboard.Core.NewBatch.Review;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.NewBatch;

/// <summary>A batch in the making: what the wizard knows so far, safe in the database from the first step on.</summary>
public sealed class BatchDraft
{
    /// <summary>Stands for a start time that nobody has entered yet; like any time that has passed, it starts nothing.</summary>
    public static readonly DateTimeOffset TimeToBeChosen = DateTimeOffset.MinValue;

    // A pathway speaks in the place of a prompt, so a template without one takes it away.
    private static readonly string[] Pathway = ["pathway_id", "pathway_version"];

    private BatchDraft()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The user who makes it.</summary>
    public string Owner { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The uploaded file; null before the first upload.</summary>
    public DraftSource? Source { get; private set; }

    /// <summary>What each column means, by position; null until the mapping step was seen.</summary>
    public IReadOnlyList<ColumnTarget>? Columns { get; set; }

    public PhoneRules Phone { get; set; } = new();
    public bool CallDuplicates { get; set; }

    /// <summary>Skips numbers that were dialled in so many days before; null: does not look.</summary>
    public int? SkipCalledWithinDays { get; private set; }

    /// <summary>The result of the last dry run, for the file and mapping it was made of; null when either changed since.</summary>
    public ImportReport? Report { get; private set; }

    /// <summary>What else the report was made of; null when it is out of date for another reason.</summary>
    public ReviewBasis? ReportBasis { get; private set; }

    /// <summary>Goes up with every change of the rows, and with every change that is taken back.</summary>
    public int Edits { get; private set; }

    /// <summary>Refuses the launch while a row has an error, instead of skipping such rows.</summary>
    public bool StopOnErrors { get; set; }

    /// <summary>What a dry run would be made of now.</summary>
    public ReviewBasis Basis => new(TextOf("from"), Edits);

    /// <summary>The report is of the draft as it is now.</summary>
    public bool IsReviewed => Report is not null && ReportBasis == Basis;

    /// <summary>Call settings for every recipient, the prompt among them, as they were typed; checked by <see cref="DraftChecks"/>.</summary>
    public JsonObject Settings { get; set; } = [];

    /// <summary>What the prompt and the settings were filled from; they may have been changed since.</summary>
    public ChosenTemplate? Template { get; private set; }

    public string Name { get; set; } = "";

    /// <summary>Null: at once. <see cref="TimeToBeChosen"/>: later, and the time is not entered yet.</summary>
    public DateTimeOffset? StartTime { get; set; }

    public int? MaxConcurrent { get; set; }
    public double? MaxCallsPerSecond { get; set; }
    public int Priority { get; set; }
    public int RampUpMinutes { get; set; }

    internal BatchLimits Limits => new(
        MaxConcurrent, MaxCallsPerSecond, Priority, (int)Math.Clamp(RampUpMinutes * 60L, int.MinValue, int.MaxValue));

    /// <summary>As written; see <see cref="Compliance.CallingHours.CallingRulesText"/>, and so are the next two.</summary>
    public string? CallingHours { get; set; }

    public string? BlackoutDates { get; set; }
    public string? FallbackZone { get; set; }

    /// <summary>Where each phase of the batch is posted to, as it was typed.</summary>
    public string? StatusWebhook { get; set; }

    /// <summary>Variables that no recipient has a value for, and that stay in the texts all the same.</summary>
    public IReadOnlyList<string> SentAsIs { get; set; } = [];

    /// <summary>The furthest step that was opened.</summary>
    public DraftStep Reached { get; private set; }

    /// <summary>Set once, by the launch that wins.</summary>
    public BatchId? LaunchedAs { get; private set; }

    public static BatchDraft Start(string owner, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Owner = owner,
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <summary>Takes a new file; what was decided about the old one goes.</summary>
    public void Use(DraftSource source)
    {
        // The name follows the file until somebody gives another.
        if (Name.Length == 0 || Name == NameFrom(Source?.FileName ?? ""))
            Name = NameFrom(source.FileName);
        Source = source;
        Columns = null;
        Report = null;
    }

    /// <summary>Reads the same file in another way; what was counted when it was read as before goes.</summary>
    public void Reread(DraftSource source, IReadOnlyList<ColumnTarget> columns)
    {
        (Source, Columns) = (source, columns);
        Report = null;
    }

    /// <summary>Decides anew about the rows; what was counted under the old decisions goes.</summary>
    public void Decide(IReadOnlyList<ColumnTarget> columns, PhoneRules phone, bool callDuplicates)
    {
        (Columns, Phone, CallDuplicates) = (columns, phone, callDuplicates);
        Report = null;
    }

    /// <summary>Decides whether numbers that were called lately are called again.</summary>
    public void SkipCalledWithin(int? days)
    {
        SkipCalledWithinDays = days;
        Report = null;
    }

    /// <summary>Maps the columns as those of an earlier batch, with the country and what was decided about recent calls then.</summary>
    public void Recall(SavedMapping mapping, IReadOnlyList<ColumnTarget> columns)
    {
        Decide(columns, Phone with { DefaultCountry = mapping.DefaultCountry ?? Phone.DefaultCountry }, CallDuplicates);
        if (mapping.SkipCalledWithinDays is { } days)
            SkipCalledWithin(days);
    }

    /// <summary>The step was opened.</summary>
    public void Reach(DraftStep step) => Reached = step > Reached ? step : Reached;

    /// <summary>The agent follows a pathway, whose id may still be missing; the prompt stays for whoever changes their mind.</summary>
    public bool HasPathway => Settings.ContainsKey("pathway_id");

    /// <summary>A setting as text; empty when it is not set.</summary>
    public string TextOf(string setting) => TypedSettings.Text(Settings, setting);

    /// <param name="text">As typed; null takes the setting out.</param>
    public void Set(string setting, string? text) => TypedSettings.Set(Settings, setting, text);

    /// <summary>Fills prompt and settings from a template; what an earlier one set and nobody changed since goes with it.</summary>
    public void Use(ChosenTemplate template)
    {
        foreach (var name in Settings.Select(setting => setting.Key).Where(IsFromTemplate).Concat(Pathway).ToArray())
            Settings.Remove(name);
        foreach (var (name, value) in template.Settings)
            Settings[name] = value?.DeepClone();
        Template = template;
    }

    /// <summary>What it says was saved as that version of a template.</summary>
    public void BecomeTemplate(ChosenTemplate template) => Template = template;

    /// <summary>The settings that somebody has written here and that would be others, or gone, with the template.</summary>
    public IReadOnlyList<string> LostWith(ChosenTemplate template) =>
    [
        .. template.Settings.Select(setting => setting.Key).Union(Pathway).Where(name =>
            !string.IsNullOrWhiteSpace(TextOf(name)) && !IsFromTemplate(name) && TextOf(name) != TypedSettings.Text(template.Settings, name)),
    ];

    /// <summary>Something differs from the template it was filled from.</summary>
    public bool DiffersFromTemplate => Template is { } template
        && Settings.Concat(template.Settings).Any(setting => TextOf(setting.Key) != TypedSettings.Text(template.Settings, setting.Key));

    private bool IsFromTemplate(string name) =>
        Template is { } template && template.Settings.ContainsKey(name) && TypedSettings.Text(template.Settings, name) == TextOf(name);

    /// <summary>The rows are about to be changed, so that the report is out of date.</summary>
    public void Edit() => Edits++;

    /// <summary>Takes the result of a dry run.</summary>
    /// <param name="basis">As it was when the dry run began.</param>
    public void Reviewed(ImportReport? report, ReviewBasis basis) => (Report, ReportBasis) = (report, basis);

    /// <summary>What is known about the numbers is another by now; the report stands, but does not count.</summary>
    public void Outdate() => ReportBasis = null;

    private static string NameFrom(string fileName)
    {
        var name = string.Concat(Path.GetFileNameWithoutExtension(fileName).Where(c => !IsInvisible(c))).Trim();
        return name.Length <= DraftChecks.MaxNameLength ? name : name[..DraftChecks.MaxNameLength].TrimEnd();
    }

    // Half a character may be left where a name is cut; it is dropped as well.
    private static bool IsInvisible(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate;
}
