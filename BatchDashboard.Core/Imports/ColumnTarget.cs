namespace BatchDashboard.Core.Imports;

/// <summary>Where one column goes.</summary>
/// <param name="Name">The variable, metadata key or setting; null for the phone number and for ignored columns.</param>
/// <param name="Values">
/// What stands for the values that a setting would refuse, by the value in the file without white space around it; blank
/// leaves the value out. Null when every value counts as it stands.
/// </param>
public sealed record ColumnTarget(
    ColumnUse Use, string? Name = null, IReadOnlyDictionary<string, string>? Values = null)
{
    /// <summary>The value that counts for a cell of the column.</summary>
    public string ValueOf(string cell) => Values?.GetValueOrDefault(cell.Trim()) ?? cell;

    /// <summary>True when both are the same thing, whatever stands for single values.</summary>
    public bool IsSameAs(ColumnTarget other) => Use == other.Use && Name == other.Name;

    /// <summary>As <c>column_mapping</c> of the API has it.</summary>
    public string Written() => Use switch
    {
        ColumnUse.PhoneNumber => "phone_number",
        ColumnUse.RequestData => $"request_data.{Name}",
        ColumnUse.Metadata => $"metadata.{Name}",
        ColumnUse.Setting => Name ?? "",
        _ => "ignore",
    };
}
