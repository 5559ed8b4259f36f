using System.Text.Json.Nodes;
using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Imports;

namespace BatchDashboard.Core.NewBatch;

/// <summary>The texts of a draft held against its variables and its first ready recipients.</summary>
public sealed class DraftPrompt
{
    private readonly IReadOnlyList<(ReadyRow Row, ResolvedRecipient Recipient)> _recipients;
    private readonly IReadOnlyList<(string Setting, PromptTemplate Template)> _texts;

    private DraftPrompt(BatchDraft draft)
    {
        _recipients = [.. Resolve(draft)];
        // A pathway speaks in the prompt's place.
        _texts =
        [
            .. CallSettingCatalog.Targets.Where(setting => setting.TakesVariables && !(setting.Name == "task" && draft.HasPathway))
                .Select(setting => (setting.Name, PromptTemplate.Parse(draft.TextOf(setting.Name)))),
        ];
        Variables = [.. NamesOf(draft).Distinct().Select(Describe)];
        Unknown = [.. _texts.SelectMany(text => UnknownIn(text.Setting, text.Template))];
        Notices = [.. Unknown.Where(unknown => draft.SentAsIs.Contains(unknown.Name)).Select(SentAsIs), .. Blank(), .. Silent()];
    }

    public IReadOnlyList<DraftVariable> Variables { get; }

    /// <summary>Variables of the texts that no recipient has a value for; they keep the draft from being launched until it is said that they stay.</summary>
    public IReadOnlyList<UnknownVariable> Unknown { get; }

    public IReadOnlyList<PromptNotice> Notices { get; }

    /// <summary>How many recipients can be previewed.</summary>
    public int Recipients => _recipients.Count;

    public static DraftPrompt Of(BatchDraft draft) => new(draft);

    /// <param name="index">From 0, below <see cref="Recipients"/>.</param>
    public PreviewedCall Preview(int index)
    {
        var (row, recipient) = _recipients[index];
        return new PreviewedCall(row.RowNumber, row.Number, Render("first_sentence"), Render("task"));

        RenderedPrompt Render(string setting) =>
            PromptTemplate.Parse(JsonTree.Text(recipient.Settings[setting])).Render(recipient.Variables);
    }

    private static IEnumerable<(ReadyRow, ResolvedRecipient)> Resolve(BatchDraft draft)
    {
        if (draft is not { Source: { } source, Columns: { } columns, Report: { } report })
            return [];
        var settings = new RecipientSettings(ValidSettings(draft), new RowLayout(source.Headers, columns));
        return report.ReadyRows
            .Select(row => (row, Resolved: settings.Resolve(row.Number, row.Data)))
            .Where(recipient => recipient.Resolved.IsSuccess)
            .Select(recipient => (recipient.row, recipient.Resolved.Value));
    }

    // The preview goes on while another field is half typed.
    private static JsonObject ValidSettings(BatchDraft draft)
    {
        var valid = draft.Settings
            .Where(setting => CallSettingCatalog.Validate(setting.Key, setting.Value, setting.Key).IsSuccess)
            .Select(setting => KeyValuePair.Create(setting.Key, setting.Value?.DeepClone()));
        return SettingsDocument.Read(new JsonObject(valid), field: "").Value.Settings;
    }

    private IEnumerable<string> NamesOf(BatchDraft draft) =>
    [
        .. (draft.Columns ?? []).Where(column => column.Use == ColumnUse.RequestData).Select(column => column.Name!),
        .. _recipients.Take(1).SelectMany(recipient => recipient.Recipient.Variables.Keys),
        "phone_number",
    ];

    private DraftVariable Describe(string name) => new(
        name,
        _recipients.Select(recipient => recipient.Recipient.Variables.GetValueOrDefault(name))
            .FirstOrDefault(value => !string.IsNullOrWhiteSpace(value)),
        _texts.Any(text => text.Template.Variables.Contains(name)));

    private IEnumerable<UnknownVariable> UnknownIn(string setting, PromptTemplate template)
    {
        string[] known = [.. Variables.Select(variable => variable.Name)];
        return template.WithoutDefault.Except(known).Select(name => new UnknownVariable(setting, name, NearestName.Of(name, known)));
    }

    private static PromptNotice SentAsIs(UnknownVariable unknown) =>
        new(unknown.Setting, $"{{{{{unknown.Name}}}}} is not a column of your file. It is sent as it is.");

    private IEnumerable<PromptNotice> Silent()
    {
        var silent = _recipients.Count(recipient =>
            recipient.Recipient.Settings["voicemail"] is JsonObject voicemail
            && JsonTree.Text(voicemail["action"]) == "leave_message" && JsonTree.Text(voicemail["message"]).Length == 0);
        if (silent > 0)
            yield return new PromptNotice(
                "voicemail.message",
                $"A voicemail is to be left, and for {silent} of the first {_recipients.Count} recipients there is no message to leave. Write one under Voicemail message.");
    }

    private IEnumerable<PromptNotice> Blank() =>
        from text in _texts
        let missing = _recipients.Select(recipient => text.Template.Render(recipient.Recipient.Variables).Missing).ToArray()
        from variable in Variables
        let count = missing.Count(names => names.Contains(variable.Name))
        where count > 0
        select new PromptNotice(
            text.Setting,
            $"{{{{{variable.Name}}}}} is empty for {count} of the first {_recipients.Count} recipients. " +
            $"A default helps: {{{{{variable.Name} | default: \"there\"}}}}.");
}
