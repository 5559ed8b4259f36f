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
    private readonly Func<int, string, string> _stored;

    // Of the row that is read; -1 is the row itself.
    private readonly List<(int Column, Error Problem)> _problems = [];

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
        // The number is stored as it is dialled; its cell still tells how it was written.
        _stored = (column, cell) => column == _phone ? cell : FormulaGuard.Unprotect(cell);
    }

    public void Read(SourceRow row, ImportGroup group)
    {
        _problems.Clear();
        if (row.Fault is not null)
        {
            _problems.Add((row.Fault.Field is { } header ? IndexOf(header) : -1, row.Fault));
            Skip(row, group);
            return;
        }

        // The cell as it stands: the gate itself unwraps what spreadsheets put around numbers.
        var (number, refusal) = _gate.Check(row.Fields[_phone], _from < 0 ? null : Value(row, _from));
        if (refusal is not null)
            _problems.Add((_phone, refusal));
        FindBadSettings(row);
        var notBefore = RowStartTime.Read(_startTime < 0 ? "" : Value(row, _startTime));
        if (!notBefore.IsSuccess && !_problems.Exists(problem => problem.Column == _startTime))
            _problems.Add((_startTime, Bad(_startTime, StartTimeSetting, notBefore.Error)));
        if (_problems.Count == 0 && _gate.CheckDuplicate(number!.Value, row.RowNumber) is { } duplicate)
            _problems.Add((_phone, duplicate));
        if (_problems.Count > 0)
        {
            Skip(row, group);
            return;
        }

        JsonText.WriteArray(group.Data, row.Fields, _stored);
        group.AddReady(row.RowNumber, number!.Value, notBefore.Value);
    }

    /// <summary>Under its first problem; the message tells them all.</summary>
    private void Skip(SourceRow row, ImportGroup group)
    {
        var (column, problem) = _problems[0];
        var header = column < 0 ? "" : _headers[column];
        var value = column >= 0 && column < row.Fields.Length ? CellExcerpt.Of(row.Fields[column]) : null;
        var message = string.Join(' ', _problems.Select(found => found.Problem.Message));
        JsonText.WriteArray(group.Data, row.Fields);
        group.AddSkipped(
            new SkippedRow(row.RowNumber, header, value, problem.Code, message),
            [.. _problems.Select(found => found.Column).Where(found => found >= 0)]);
    }

    private void FindBadSettings(SourceRow row)
    {
        foreach (var (index, name) in _settings)
        {
            // A blank cell sets nothing; the batch's own value counts.
            var value = Value(row, index);
            if (string.IsNullOrWhiteSpace(value))
                continue;
            if (_checkSetting(name, value) is { IsSuccess: false } bad)
                _problems.Add((index, Bad(index, name, bad.Error)));
        }
    }

    private string Value(SourceRow row, int index) => _targets[index].ValueOf(FormulaGuard.Unprotect(row.Fields[index]));

    private Error Bad(int index, string setting, Error rule) => new(
        SkipCodes.BadSetting,
        _headers[index] == setting ? rule.Message : $"The column '{_headers[index]}': {rule.Message}",
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
