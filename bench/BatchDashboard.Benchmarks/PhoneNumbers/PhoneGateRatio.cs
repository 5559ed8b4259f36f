using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;
using Library = global::PhoneNumbers;

namespace BatchDashboard.Benchmarks.PhoneNumbers;

/// <summary>
/// How much faster the phone gate is than libphonenumber's Parse, IsValidNumber and Format, on the same cells.
/// </summary>
internal static class PhoneGateRatio
{
    private static readonly Library.PhoneNumberUtil Util = Library.PhoneNumberUtil.GetInstance();
    private static readonly PhoneGate Gate = new();

    public static int Run()
    {
        var differences = 0;
        Console.WriteLine(Duel.Heading("gate", "library"));
        foreach (var list in PhoneList.All())
        {
            differences += list.Cells.Count(cell => Differs(cell, list.Rules));
            var duel = Duel.Fight(() => CheckAll(list), () => AskLibrary(list));
            Console.WriteLine(duel.Row(list.Name, list.Cells.Length));
        }

        Console.WriteLine($"differences in E.164 or validity: {differences}");
        return differences == 0 ? 0 : 1;
    }

    private static int CheckAll(PhoneList list)
    {
        var accepted = 0;
        foreach (var cell in list.Cells)
            accepted += Gate.Check(cell, list.Rules).Number is null ? 0 : 1;

        return accepted;
    }

    private static int AskLibrary(PhoneList list)
    {
        var valid = 0;
        foreach (var cell in list.Cells)
            valid += ReadByLibrary(cell, list.Rules) is null ? 0 : 1;

        return valid;
    }

    private static string? ReadByLibrary(string cell, PhoneRules rules)
    {
        try
        {
            var number = Util.Parse(cell, rules.DefaultCountry);
            return Util.IsValidNumber(number) ? Util.Format(number, Library.PhoneNumberFormat.E164) : null;
        }
        catch (Library.NumberParseException)
        {
            return null;
        }
    }

    /// <summary>
    /// The gate may refuse what the library takes, for a reason of its own; what it accepts is what the library reads,
    /// and what it calls no valid number is none.
    /// </summary>
    private static bool Differs(string cell, PhoneRules rules)
    {
        var verdict = Gate.Check(cell, rules);
        var read = ReadByLibrary(cell, rules);
        return verdict.Number is { } number
            ? number.E164 != read
            : read is not null && verdict.Problem?.Code == SkipCodes.Invalid && !IsDoubt(verdict.Problem);
    }

    private static bool IsDoubt(Core.Error problem) =>
        problem.Message.Contains("can be read as", StringComparison.Ordinal)
        || problem.Message.Contains("with other digits", StringComparison.Ordinal);
}
