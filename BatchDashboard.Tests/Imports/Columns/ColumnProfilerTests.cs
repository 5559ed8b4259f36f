using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Columns;
using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Tests.Imports.Columns;

public sealed class ColumnProfilerTests
{
    [Fact]
    public void Filled_cells_and_different_values_are_counted_over_rows_of_the_right_shape()
    {
        var profiler = new ColumnProfiler(columns: 2);
        profiler.Add(new SourceRow(2, ["a", " x "]));
        profiler.Add(new SourceRow(3, ["a", ""]));
        profiler.Add(new SourceRow(4, ["b", "  "]));
        profiler.Add(new SourceRow(5, ["c"], new Core.Error("row_shape", "too short")));

        var profile = profiler.Profile(isWhole: true);

        Assert.Equal((3, true), (profile.Rows, profile.IsWhole));
        Assert.Equal([3, 1], profile.Columns.Select(column => column.Filled));
        Assert.Equal(new Dictionary<string, int> { ["a"] = 2, ["b"] = 1 }, profile.Columns[0].Values);
        Assert.Equal(["x"], profile.Columns[1].Values.Keys);
        Assert.DoesNotContain(profile.Columns, column => column.HasMore);
    }

    [Fact]
    public void A_thousand_values_are_counted_exactly_and_one_more_is_only_noted()
    {
        var profiler = new ColumnProfiler(columns: 1);
        for (var row = 0; row < ColumnProfiler.MostValues; row++)
            profiler.Add(Row($"value {row}"));
        Assert.Equal((1_000, false), Of(profiler));

        profiler.Add(Row("one more"));
        profiler.Add(Row("value 7"));

        Assert.Equal((1_000, true), Of(profiler));
        var column = profiler.Profile(isWhole: true).Columns[0];
        Assert.Equal((1_002, 2), (column.Filled, column.Values["value 7"]));
    }

    [Fact]
    public void Long_values_do_not_fill_the_memory()
    {
        var profiler = new ColumnProfiler(columns: 1_000);
        for (var row = 0; row < 20; row++)
            profiler.Add(new SourceRow(row, [.. Enumerable.Repeat($"{row}{new string('x', 500)}", 1_000)]));

        Assert.All(profiler.Profile(isWhole: true).Columns, column => Assert.InRange(column.Values.Sum(value => value.Key.Length), 1, 1_000));
    }

    [Fact]
    public void Values_a_setting_does_not_take_are_counted_until_they_are_mapped()
    {
        var column = new ColumnProfile(9, new Dictionary<string, int> { ["720"] = 3, ["long"] = 4, ["1000"] = 2 }, HasMore: false);
        var target = new ColumnTarget(ColumnUse.Setting, "max_duration");

        var refused = RefusedValues.Of(column, target, TinyChecks.Setting);
        Assert.Equal(
            [new RefusedValue("long", 4), new RefusedValue("1000", 2)],
            refused.Known);
        Assert.Equal(6, refused.Rows);

        var mapped = target with { Values = new Dictionary<string, string> { ["long"] = "60", ["1000"] = "" } };
        Assert.Empty(RefusedValues.Of(column, mapped, TinyChecks.Setting).Known);
        Assert.Empty(RefusedValues.Of(column, new ColumnTarget(ColumnUse.RequestData, "x"), TinyChecks.Setting).Known);
    }

    private static SourceRow Row(string value) => new(2, [value]);

    private static (int, bool) Of(ColumnProfiler profiler)
    {
        var column = profiler.Profile(isWhole: true).Columns[0];
        return (column.Values.Count, column.HasMore);
    }
}
