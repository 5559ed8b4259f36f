using BatchDashboard.Core.Imports;
using BatchDashboard.Core.Imports.Sources;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Compliance;

/// <summary>Turns the rows of a file into numbers for the list.</summary>
internal sealed class DoNotCallRowReader(DoNotCallFile file, PhoneGate gate, DateTimeOffset now)
{
    private readonly PhoneRules _rules = PastedNumbers.AnyNumber(file.Country);

    public Result<ListedNumber> Read(SourceRow row)
    {
        if (row.Fault is { } fault)
            return fault;
        // The cell as it stands: the gate itself unwraps what spreadsheets put around numbers.
        var verdict = gate.Check(row.Fields[file.Columns.Phone], _rules);
        if (verdict.Number is not { } number)
            return verdict.Problem!;
        var expiry = DoNotCallExpiry.Read(Cell(row, file.Columns.Expiry));
        if (!expiry.IsSuccess)
            return expiry.Error;
        var reason = Cell(row, file.Columns.Reason).Trim();
        var terms = new DoNotCallTerms(reason.Length == 0 ? file.Reason : reason, DoNotCallSource.Import, expiry.Value);
        return terms.Problem(now) is { } problem ? problem : new ListedNumber(number.Digits, terms.Reason, terms.ExpiresAt);
    }

    private static string Cell(SourceRow row, int column) => column < 0 ? "" : FormulaGuard.Unprotect(row.Fields[column]);
}
