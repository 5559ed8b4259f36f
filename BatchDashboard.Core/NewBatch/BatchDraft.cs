using System.Globalization;
using System.Text.Json.Nodes;
using BatchDashboard.Core.Batches;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.NewBatch.Review;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.NewBatch;

/// <summary>A batch in the making: what the wizard knows so far, safe in the database from the first step on.</summary>
public sealed class BatchDraft
{
    /// <summary>Stands for a start time that nobody has entered yet; like any time that has passed, it starts nothing.</summary>
    public static readonly DateTimeOffset TimeToBeChosen = DateTimeOffset.MinValue;

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

    /// <summary>What else the report was made of.</summary>
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

    public string Name { get; set; } = "";

    /// <summary>Null: at once. <see cref="TimeToBeChosen"/>: later, and the time is not entered yet.</summary>
    public DateTimeOffset? StartTime { get; set; }

    public int? MaxConcurrent { get; set; }
    public double? MaxCallsPerSecond { get; set; }

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

    /// <summary>A setting as text; empty when it is not set.</summary>
    public string TextOf(string setting) => JsonTree.Text(Settings[setting]);

    /// <param name="text">As typed; null takes the setting out.</param>
    public void Set(string setting, string? text)
    {
        if (text is null)
            Settings.Remove(setting);
        else
            Settings[setting] = text;
    }

    /// <summary>The rows are about to be changed, so that the report is out of date.</summary>
    public void Edit() => Edits++;

    /// <summary>Takes the result of a dry run.</summary>
    /// <param name="basis">As it was when the dry run began.</param>
    public void Reviewed(ImportReport? report, ReviewBasis basis) => (Report, ReportBasis) = (report, basis);

    private static string NameFrom(string fileName)
    {
        var name = string.Concat(Path.GetFileNameWithoutExtension(fileName).Where(c => !IsInvisible(c))).Trim();
        return name.Length <= DraftChecks.MaxNameLength ? name : name[..DraftChecks.MaxNameLength].TrimEnd();
    }

    // Half a character may be left where a name is cut; it is dropped as well.
    private static bool IsInvisible(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate;
}
