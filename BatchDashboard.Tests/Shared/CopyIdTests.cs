using BatchDashboard.Web.NewBatch.Mapping;
using BatchDashboard.Web.Shared;
using Bunit;

namespace BatchDashboard.Tests.Shared;

public sealed class CopyIdTests : BunitContext
{
    [Fact]
    public void An_id_is_shown_short_and_copied_whole_by_a_button_that_says_what_it_copies()
    {
        var id = Guid.Parse("0199a1b2-1111-7000-8000-00000000f3c2");

        var copy = Render<CopyId>(parameters => parameters.Add(c => c.Id, id).Add(c => c.Label, "batch id"));

        Assert.Equal("0199…f3c2", copy.Find("code").TextContent);
        Assert.Equal(id.ToString(), copy.Find("button").GetAttribute("data-copy"));
        Assert.Equal("Copy batch id 0199…f3c2", copy.Find("button").GetAttribute("aria-label"));
    }
}
