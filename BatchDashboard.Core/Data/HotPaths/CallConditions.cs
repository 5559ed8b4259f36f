using BatchDashboard.Core.Calls;
using BatchDashboard.Core.Imports;

namespace BatchDashboard.Core.Data.HotPaths;

/// <summary>What a filter asks of one call, as a condition on its row <c>c</c>.</summary>
internal sealed class CallConditions
{
    private const string FirstDial = "EXISTS (SELECT 1 FROM call_attempts a WHERE a.call_key = c.key AND a.epoch = 1 AND a.intended_at";

    // A skipped row keeps what its source said apart from the call.
    private const string DataOfSkipped = "coalesce((SELECT s.original FROM skipped_rows s WHERE s.call_key = c.key), c.data)";

    private const int DeepestMember = 8;

    private readonly List<string> _terms = [];
    private readonly List<string> _names = [];
    private readonly List<object?> _values = [];

    /// <param name="layout">Names the values of the rows; null: they are call objects.</param>
    public CallConditions(CallFilter filter, RowLayout? layout)
    {
        _terms.Add(filter.Statuses.Count == 0
            ? "c.status <> 'skipped'"
            : $"c.status IN ({string.Join(", ", filter.Statuses.Select(status => $"'{WireName.Of(status)}'"))})");
        Add(filter.AnsweredBy, value => $"c.answered_by = {value}");
        Add(filter.ErrorCode, value => $"c.error_code = {value}");
        Add(filter.CreatedFrom, value => $"c.created_at >= {value}");
        Add(filter.CreatedBefore, value => $"c.created_at < {value}");
        Add(filter.SpokenAtLeast?.Ticks, value => $"c.ended_at - c.answered_at >= {value}");
        Add(filter.SpokenBelow?.Ticks, value => $"c.ended_at - c.answered_at < {value}");
        // What the call's own row tells spares the look at its first dial.
        Add(filter.StartedFrom, value => $"c.epoch > 0 AND (c.ended_at IS NULL OR c.ended_at >= {value}) AND {FirstDial} >= {value})");
        Add(filter.StartedBefore, value => $"c.epoch > 0 AND c.created_at < {value} AND {FirstDial} < {value})");
        var data = filter.Statuses.Contains(CallStatus.Skipped) ? DataOfSkipped : "c.data";
        foreach (var variable in filter.Variables)
            _terms.Add(layout is null ? OfCallObject(data, variable) : OfRow(data, variable, layout));
    }

    public string Sql => string.Join(" AND ", _terms);

    public IReadOnlyList<string> Names => _names;

    public IReadOnlyList<object?> Values => _values;

    // Of several columns with the name the last that is not blank counts; the recipient is called with it.
    private string OfRow(string data, CallVariable variable, RowLayout layout)
    {
        List<string> cells =
        [
            .. layout.Columns.Index()
                .Where(column => column.Item.Use == ColumnUse.RequestData && column.Item.Name == variable.Name)
                .Select(column => $"json_extract({data}, '$[{column.Index}]')").Reverse(),
        ];
        return cells.Count switch
        {
            0 => "FALSE",
            1 => $"{cells[0]} = {Parameter(variable.Value)}",
            _ => $"coalesce({string.Join(", ", cells.Select(cell => $"CASE WHEN trim({cell}) <> '' THEN {cell} END"))}, '') = {Parameter(variable.Value)}",
        };
    }

    // Numbers and truth values are compared as they stand in the object; members of members are reached by dotted names, unless one has
    // a character that no path of SQLite can hold.
    private string OfCallObject(string data, CallVariable variable)
    {
        var value = Parameter(variable.Value);
        var names = variable.Name.Split('.', DeepestMember);
        var places = Enumerable.Range(0, names.Length).TakeWhile(depth => depth == 0 || names[depth - 1].AsSpan().IndexOfAny('"', '\\') < 0)
            .Select(depth =>
                $"""
                EXISTS (SELECT 1 FROM json_each({data}, {Parameter(PathOf(names[..depth]))}) v
                    WHERE v.key = {Parameter(string.Join('.', names[depth..]))}
                    AND CASE v.type WHEN 'true' THEN 'true' WHEN 'false' THEN 'false' ELSE CAST(v.atom AS TEXT) END = {value})
                """);
        return $"({string.Join(" OR ", places)})";
    }

    private static string PathOf(string[] members) => $"$.request_data{string.Concat(members.Select(name => $".\"{name}\""))}";

    private void Add(object? value, Func<string, string> term)
    {
        if (value is not null)
            _terms.Add(term(Parameter(value)));
    }

    private string Parameter(object value)
    {
        _names.Add($"@p{_names.Count}");
        _values.Add(value);
        return _names[^1];
    }
}
