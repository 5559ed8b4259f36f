namespace BatchDashboard.Core.Imports.Columns;

/// <summary>The values of one column that its call setting does not take, the most frequent first.</summary>
/// <param name="Known">As far as the profile knows the values of the column.</param>
/// <param name="MayBeMore">The column has values that the profile did not keep.</param>
public sealed record RefusedValues(IReadOnlyList<RefusedValue> Known, bool MayBeMore)
{
    public int Rows => Known.Sum(value => value.Rows);

    /// <param name="target">What a value is mapped to is no longer refused.</param>
    public static RefusedValues Of(ColumnProfile column, ColumnTarget target, SettingCheck check) => new(
        target is { Use: ColumnUse.Setting, Name: { } name }
            ?
            [
                .. column.Values
                    .Where(value => target.ValueOf(value.Key) is var counting
                        && !string.IsNullOrWhiteSpace(counting)
                        && !check(name, counting).IsSuccess)
                    .OrderByDescending(value => value.Value).ThenBy(value => value.Key, StringComparer.Ordinal)
                    .Select(value => new RefusedValue(value.Key, value.Value)),
            ]
            : [],
        column.HasMore);
}
