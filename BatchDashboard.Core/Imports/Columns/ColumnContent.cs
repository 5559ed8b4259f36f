namespace BatchDashboard.Core.Imports.Columns;

/// <summary>What the first values of a column look like.</summary>
/// <param name="Kind">What most of them are; text when they are nothing in particular.</param>
/// <param name="Percent">How many of them are of that kind.</param>
public sealed record ColumnContent(ContentKind Kind, int Percent)
{
    /// <summary>Percentage of the values from which on they count as evidence.</summary>
    internal const int Most = 80;

    public static ColumnContent Empty { get; } = new(ContentKind.Empty, 0);

    /// <param name="values">Those that are not blank.</param>
    /// <param name="isPhoneNumber">Asked about values made of digits alone.</param>
    internal static ColumnContent Of(IReadOnlyCollection<string> values, Func<string, bool> isPhoneNumber)
    {
        if (values.Count == 0)
            return Empty;
        var most = values.CountBy(value => CellKinds.Of(value, isPhoneNumber)).MaxBy(kind => kind.Value);
        var percent = most.Value * 100 / values.Count;
        return percent >= Most ? new ColumnContent(most.Key, percent) : new ColumnContent(ContentKind.Text, 100);
    }
}
