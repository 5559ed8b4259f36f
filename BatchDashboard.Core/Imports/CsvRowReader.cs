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
    private readonly IReadOnlyList<ColumnTarget> _targets;
    private readonly int _phone;
    private readonly int _from;
    private readonly int _startTime;
    private readonly (int Index, string Name)[] _settings;

    public CsvRowReader(ColumnMapping mapping, RecipientGate gate, SettingCheck checkSetting)
    {
        (_gate, _checkSetting, _phone) = (gate, checkSetting, mapping.PhoneColumn);
        (_headers, _targets) = (mapping.Headers, mapping.Targets);
        _settings =
        [
            .. mapping.Targets
                .Select((target, index) => (Index: index, target.Use, target.Name))
                .Where(column => column.Use == ColumnUse.Setting)
                .Select(column => (column.Index, column.Name!)),
        ];
        (_from, _startTime) = (SettingColumn(FromSetting), SettingColumn(StartTimeSetting));
    }

    public void Read(SourceRow row, ImportGroup group)
    {
        if (row.Fault is not null)
        {
            Skip(row, row.Fault, row.Fault.Field is { } header ? IndexOf(header) : -1, group);
            return;
        }

        // The cell as it stands: the gate itself unwraps what spreadsheets put around numbers.
        var (number, problem) = _gate.Check(row.Fields[_phone], _from < 0 ? null : Value(row, _from));
        if (number is null)
            Skip(row, problem!, _phone, group);
        else if (SettingFault(row) is var (column, fault))
            Skip(row, fault, column, group);
        else if (RowStartTime.Read(_startTime < 0 ? "" : Value(row, _startTime)) is var notBefore && !notBefore.IsSuccess)
            Skip(row, Bad(_startTime, StartTimeSetting, notBefore.Error), _startTime, group);
        else if (_gate.CheckDuplicate(number.Value, row.RowNumber) is { } duplicate)
            Skip(row, duplicate, _phone, group);
        else
        {
            JsonText.WriteArray(group.Data, row.Fields, FormulaGuard.Unprotect);
            group.AddReady(row.RowNumber, number.Value, notBefore.Value);
        }
    }

    /// <param name="column">Position of the cell at fault, which tells twin headers apart; or -1.</param>
    private void Skip(SourceRow row, Error problem, int column, ImportGroup group)
    {
        var header = column < 0 ? "" : _headers[column];
        var value = column >= 0 && column < row.Fields.Length ? CellExcerpt.Of(row.Fields[column]) : null;
        JsonText.WriteArray(group.Data, row.Fields);
        group.AddSkipped(new SkippedRow(row.RowNumber, header, value, problem.Code, problem.Message));
    }

    private (int Column, Error Fault)? SettingFault(SourceRow row)
    {
        foreach (var (index, name) in _settings)
        {
            // A blank cell sets nothing; the batch's own value counts.
            var value = Value(row, index);
            if (string.IsNullOrWhiteSpace(value))
                continue;
            if (_checkSetting(name, value) is { IsSuccess: false } bad)
                return (index, Bad(index, name, bad.Error));
        }

        return null;
    }

    private string Value(SourceRow row, int index) => _targets[index].ValueOf(FormulaGuard.Unprotect(row.Fields[index]));

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
