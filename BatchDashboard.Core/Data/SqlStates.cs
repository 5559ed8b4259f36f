using BatchDashboard.Core.Calls;

namespace BatchDashboard.Core.Data;

/// <summary>Writes the states of the transition tables into SQL, so that the hot paths allow what the tables allow.</summary>
internal static class SqlStates
{
    public static string In<T>(string column, IEnumerable<T> states)
        where T : struct, Enum =>
        $"{column} IN ({string.Join(", ", states.Select(state => $"'{WireName.Of(state)}'"))})";

    /// <summary>
    /// The same for the filter of an index. SQLite looks at it with every row that is written, and would fill a temporary
    /// table with the list of an IN each time, which costs more than storing the row.
    /// </summary>
    public static string AnyOf<T>(string column, IEnumerable<T> states)
        where T : struct, Enum =>
        string.Join(" OR ", states.Select(state => $"{column} = '{WireName.Of(state)}'"));

    /// <summary>The states from which a call may move to <paramref name="to"/>.</summary>
    public static string MayBecome(CallStatus to) => In("status", CallTransitions.SourcesOf(to));

    /// <summary>The batch's counter of a status.</summary>
    public static string Counter(CallStatus status) => "n_" + WireName.Of(status);
}
