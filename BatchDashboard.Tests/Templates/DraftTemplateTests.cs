using System.Text.Json.Nodes;
using BatchDashboard.Core.NewBatch;
using BatchDashboard.Core.Templates;

namespace BatchDashboard.Tests.Templates;

public sealed class DraftTemplateTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Another_template_takes_away_what_the_first_one_set_and_leaves_what_somebody_wrote()
    {
        var draft = BatchDraft.Start("bob", Noon);
        draft.Use(Template(("task", "Hi."), ("voice", "june"), ("language", "en-US")));
        draft.Set("language", "de");
        draft.Set("timezone", "Europe/Berlin");

        draft.Use(Template(("task", "Hello.")));

        Assert.Equal(("Hello.", "", "de", "Europe/Berlin"), (draft.TextOf("task"), draft.TextOf("voice"), draft.TextOf("language"), draft.TextOf("timezone")));
    }

    [Fact]
    public void A_draft_differs_from_its_template_once_anything_of_it_is_written_anew_added_or_taken_away()
    {
        var draft = BatchDraft.Start("bob", Noon);
        Assert.False(draft.DiffersFromTemplate);
        draft.Use(Template(("task", "Hi."), ("voice", "june")));
        Assert.False(draft.DiffersFromTemplate);

        foreach (var (name, text) in new[] { ("task", "Hello."), ("voice", null), ("language", "de") })
        {
            draft.Set(name, text);
            Assert.True(draft.DiffersFromTemplate);
            draft.Set(name, name switch { "task" => "Hi.", "voice" => "june", _ => null });
            Assert.False(draft.DiffersFromTemplate);
        }
    }

    [Fact]
    public void Only_what_somebody_wrote_and_would_lose_is_asked_about()
    {
        var draft = BatchDraft.Start("bob", Noon);
        draft.Use(Template(("task", "Hi."), ("voice", "june"), ("first_sentence", "Hello?")));
        draft.Set("first_sentence", "Good morning?");
        draft.Set("model", "base");

        Assert.Equal(["first_sentence"], draft.LostWith(Template(("task", "Other."), ("voice", "ann"), ("first_sentence", "Hey?"), ("model", "base"))));
        Assert.Empty(draft.LostWith(Template(("task", "Other."))));
    }

    [Fact]
    public void A_template_with_a_prompt_ends_a_pathway_and_says_so_before()
    {
        var draft = BatchDraft.Start("bob", Noon);
        draft.Set("pathway_id", "p-1");
        var template = Template(("task", "Hi."));

        Assert.Equal(["pathway_id"], draft.LostWith(template));
        draft.Use(template);

        Assert.False(draft.HasPathway);
    }

    private static ChosenTemplate Template(params (string Name, string Text)[] settings) => new(
        new TemplateUse(Guid.NewGuid(), 1, "T"),
        new JsonObject(settings.Select(setting => KeyValuePair.Create(setting.Name, (JsonNode?)setting.Text))));
}
