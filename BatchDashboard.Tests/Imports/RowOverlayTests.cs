using BatchDashboard.Core;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Tests.Imports;

public sealed class RowOverlayTests
{
    private static readonly Error WrongShape = new(SkipCodes.RowShape, "The row has 1 field.");

    [Fact]
    public void A_changed_cell_says_the_new_value_and_the_others_what_they_said()
    {
        var row = Lay((4, 1, "Köln 𝄞")).Apply(new SourceRow(4, ["a", "b", "c"]), 3);

        Assert.Equal(["a", "Köln 𝄞", "c"], row.Fields);
        Assert.Null(row.Fault);
    }

    [Fact]
    public void A_row_that_nobody_changed_is_passed_on_as_it_is()
    {
        var row = new SourceRow(5, ["a"], WrongShape);

        Assert.Same(row, Lay((4, 0, "x"), (6, 0, "y")).Apply(row, 3));
    }

    [Fact]
    public void The_source_row_itself_stays_as_it_was()
    {
        var row = new SourceRow(4, ["a"]);

        Lay((4, 0, "x")).Apply(row, 1);

        Assert.Equal(["a"], row.Fields);
    }

    [Fact]
    public void A_dropped_row_says_so_and_one_taken_back_does_not()
    {
        var overlay = Lay((4, RowOverlay.WholeRow, null), (5, RowOverlay.WholeRow, ""));

        Assert.Equal(SkipCodes.Dropped, overlay.Apply(new SourceRow(4, ["a"]), 1).Fault?.Code);
        Assert.Null(overlay.Apply(new SourceRow(5, ["a"]), 1).Fault);
    }

    [Fact]
    public void A_row_of_the_wrong_shape_is_mended_only_by_giving_all_its_cells()
    {
        var row = new SourceRow(4, ["a"], WrongShape);

        Assert.Equal(WrongShape, Lay((4, 0, "x")).Apply(row, 2).Fault);
        var mended = Lay((4, 0, "x"), (4, 1, "y")).Apply(row, 2);
        Assert.Null(mended.Fault);
        Assert.Equal(["x", "y"], mended.Fields);
    }

    [Theory]
    [InlineData("short", null)]
    [InlineData("still\0binary", SkipCodes.BinaryCell)]
    public void A_cell_that_was_no_text_is_mended_by_one_that_is(string value, string? fault)
    {
        var row = new SourceRow(4, ["a\0", "b"], new Error(SkipCodes.BinaryCell, "NUL", "first"));

        Assert.Equal(fault, Lay((4, 0, value)).Apply(row, 2).Fault?.Code);
    }

    private static RowOverlay Lay(params (int Row, int Column, string? Value)[] changes)
    {
        var builder = new RowOverlayBuilder();
        foreach (var (row, column, value) in changes)
            builder.Add(row, column, value);
        return builder.Build();
    }
}
