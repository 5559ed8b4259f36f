namespace BatchDashboard.Tests.PhoneNumbers;

public sealed class LibraryComparisonTests
{
    private const int Cells = 300_000;

    [Theory]
    [InlineData(1)]
    [InlineData(20261124)]
    public void The_automata_answer_nearly_everything_and_never_differ_from_the_library(int seed)
    {
        var cells = new RandomPhoneCells(seed);
        var comparison = new LibraryComparison();

        for (var i = 0; i < Cells; i++)
        {
            var (cell, country) = cells.Next();
            var difference = comparison.Difference(cell, country);
            Assert.True(difference is null, $"seed {seed}, cell {i}, “{cell}” in {country}: {difference}");
        }

        Assert.True(comparison.Answered > comparison.Asked * 0.98, $"{comparison.Answered} of {comparison.Asked}");
        Assert.True(comparison.Accepted > Cells / 10, $"{comparison.Accepted} accepted");
    }
}
