using System.Security.Cryptography;
using BatchDashboard.Tests.Imports.OddFiles;
using BatchDashboard.Tests.PhoneNumbers;

namespace BatchDashboard.Tests.Imports.BadInput;

/// <summary>Holds the tables of bad input to their size: cells count once however many files they stand in.</summary>
public sealed class BadInputCountTests
{
    [Fact]
    public void Far_more_than_three_hundred_bad_inputs_are_distinct()
    {
        string[] inputs = [.. PhoneCells, .. BadFiles, .. Headers, .. Settings, .. Values];

        Assert.InRange(inputs.Distinct().Count(), 500, int.MaxValue);
    }

    [Fact]
    public void Every_kind_of_bad_input_is_there()
    {
        Assert.InRange(PhoneCells.Distinct().Count(), 280, int.MaxValue);
        Assert.InRange(BadFiles.Distinct().Count(), 70, int.MaxValue);
        Assert.InRange(Headers.Distinct().Count(), 20, int.MaxValue);
        Assert.InRange(Settings.Distinct().Count(), 80, int.MaxValue);
        Assert.InRange(Values.Distinct().Count(), 50, int.MaxValue);
    }

    private static IEnumerable<string> PhoneCells =>
        [.. BadPhoneCells.All.Select(bad => bad.Cell), .. PhoneRuleFileTests.Refused.Select(refused => refused.Cell)];

    /// <summary>By the hash of the bytes: those that are refused, and those that lose a row.</summary>
    private static IEnumerable<string> BadFiles =>
        from file in (OddFile[])[.. OddTextFiles.All, .. OddEncodings.All, .. OddWorkbooks.All]
        where file.Expected.Any(line => line.StartsWith("refused ", StringComparison.Ordinal) || line.Contains(" skipped ", StringComparison.Ordinal))
        select HashOf(file.Bytes());

    private static IEnumerable<string> Headers =>
        HeaderFileTests.Odd.Select(odd => HashOf(HeaderFileTests.FileOf(odd.Headers)));

    private static IEnumerable<string> Settings => BadSettingCells.All.Select(bad => $"{bad.Setting}={bad.Cell}");

    private static IEnumerable<string> Values => [.. OtherCellTests.Inert, .. OtherCellTests.Formulas];

    private static string HashOf(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));
}
