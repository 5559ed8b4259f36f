using BatchDashboard.Core.Imports.Sources;

namespace BatchDashboard.Core.Imports;

/// <summary>Turns the records of a CSV file into recipients under a mapping.</summary>
internal sealed class CsvRowReader
{
    private const string FromSetting = "from";
    private const string StartTimeSetting = "start_time";

    private readonly RecipientGate _gate;
    private readonly SettingCheck _checkSetting;
    private readonly IReadOnlyList<string> _headers;
    private readonly int _phone;
    private readonly int _from;
    private readonly int _startTime;
    private readonly (int Index, string Name)[] _settings;

    public CsvRowReader(ColumnMapping mapping, RecipientGate gate, SettingCheck checkSetting)
    {
        (_gate, _checkSetting, _headers, _phone) = (gate, checkSetting, mapping.Headers, mapping.PhoneColumn);
        _settings =
        [
            .. mapping.Targets
                .Select((target, index) => (Index: index, target.Use, target.Name))
                .Where(column => column.Use == ColumnUse.Setting)
                .Select(column => (column.Index, column.Name!)),
        ];
        (_from, _startTime) = (SettingColumn(FromSetting), SettingColumn(StartTimeSetting));
    }

    public ImportedRow Read(SourceRow row)
    {
        if (row.Fault is not null)
            return Skip(row, row.Fault, row.Fault.Field is { } header ? IndexOf(header) : -1);

        var values = Array.ConvertAll(row.Fields, FormulaGuard.Unprotect);

        // The cell as it stands: the gate itself unwraps what spreadsheets put around numbers.
        var (number, problem) = _gate.Check(row.Fields[_phone], _from < 0 ? null : values[_from]);
        if (number is null)
            return Skip(row, problem!, _phone);
        if (SettingFault(values) is var (column, fault))
            return Skip(row, fault, column);

        var notBefore = RowStartTime.Read(_startTime < 0 ? "" : values[_startTime]);
        if (!notBefore.IsSuccess)
            return Skip(row, Bad(_startTime, StartTimeSetting, notBefore.Error), _startTime);
        return _gate.CheckDuplicate(number.Value, row.RowNumber) is { } duplicate
            ? Skip(row, duplicate, _phone)
            : new ImportedRow(row.RowNumber, number, JsonText.Array(values), notBefore.Value);
    }

    /// <param name="column">Position of the cell at fault, which tells twin headers apart; or -1.</param>
    private ImportedRow Skip(SourceRow row, Error problem, int column)
    {
        var original = JsonText.Array(row.Fields);
        var header = column < 0 ? "" : _headers[column];
        var value = column >= 0 && column < row.Fields.Length ? CellExcerpt.Of(row.Fields[column]) : null;
        return new ImportedRow(
            row.RowNumber,
            null,
            original,
            Problem: new RowProblem(problem.Code, header, value, problem.Message, original));
    }

    private (int Column, Error Fault)? SettingFault(string[] values)
    {
        foreach (var (index, name) in _settings)
        {
            // A blank cell sets nothing; the batch's own value counts.
            if (string.IsNullOrWhiteSpace(values[index]))
                continue;
            if (_checkSetting(name, values[index]) is { IsSuccess: false } bad)
                return (index, Bad(index, name, bad.Error));
        }

        return null;
    }

    private Error Bad(int index, string setting, Error rule) => new(
        SkipCodes.BadSetting,
        $"The column '{_headers[index]}' sets '{setting}': {rule.Message}",
        _headers[index]);

    private int SettingColumn(string name) =>
        Array.Find(_settings, column => column.Name == name) is { Name: not null } found ? found.Index : -1;

    private int IndexOf(string header)
    {
        for (var index = 0; index < _headers.Count; index++)
            if (_headers[index] == header)
                return index;
        return -1;
    }
}
