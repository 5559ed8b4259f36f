using BatchDashboard.Web.Shared;
using Bunit;

namespace BatchDashboard.Tests.Shared;

public sealed class OutcomeBarTests : BunitContext
{
    private static readonly OutcomeSegment[] Segments =
    [
        new("answered", 1430, Tone.Success, "/calls?outcome=answered"),
        new("voicemail", 0, Tone.Info),
        new("failed", 70, Tone.Danger),
    ];

    [Fact]
    public void The_bar_says_its_sum_and_its_parts_in_words()
    {
        var bar = Render(Segments);

        Assert.Equal("1,500 calls: 1,430 answered, 70 failed", bar.Find("[role=img]").GetAttribute("aria-label"));
    }

    [Fact]
    public void The_parts_are_as_wide_as_their_counts_and_empty_ones_are_left_out()
    {
        var bar = Render(Segments);

        var styles = bar.FindAll("[role=img] > span").Select(part => part.GetAttribute("style")!);
        Assert.Equal(["flex-grow:1430", "flex-grow:70"], styles);
    }

    [Fact]
    public void The_legend_has_every_count_and_leads_where_it_can()
    {
        var bar = Render(Segments);

        Assert.Equal(["1,430", "0", "70"], bar.FindAll("li strong").Select(count => count.TextContent));
        Assert.Equal("/calls?outcome=answered", bar.Find("li a").GetAttribute("href"));
    }

    [Fact]
    public void Nothing_at_all_is_an_empty_bar_of_zero()
    {
        var bar = Render([new OutcomeSegment("answered", 0, Tone.Success)]);

        Assert.Equal("0 calls", bar.Find("[role=img]").GetAttribute("aria-label"));
        Assert.Empty(bar.FindAll("[role=img] > span"));
    }

    [Fact]
    public void Parts_of_one_tone_differ_in_the_bar_and_in_its_legend()
    {
        var bar = Render([new("Queued", 1, Tone.Neutral), new("Cancelled", 1, Tone.Neutral), new("Skipped", 1, Tone.Neutral)]);

        string[] looks = [.. bar.FindAll("[role=img] > span").Select(part => part.ClassName!)];
        Assert.Equal(3, looks.Distinct().Count());
        Assert.Equal(looks.Select(look => $"swatch {look}"), bar.FindAll(".swatch").Select(swatch => swatch.ClassName));
    }

    private IRenderedComponent<OutcomeBar> Render(OutcomeSegment[] segments) =>
        Render<OutcomeBar>(parameters => parameters.Add(b => b.Segments, segments));
}
