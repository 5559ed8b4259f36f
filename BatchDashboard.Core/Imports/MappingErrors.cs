namespace BatchDashboard.Core.Imports;

/// <summary>What can be wrong with a mapping of columns.</summary>
public static class MappingErrors
{
    public const string UsedTwiceCode = "target_used_twice";
    public const string BadVariableNameCode = "bad_variable_name";

    public static Error NoPhoneColumn() => new(
        "no_phone_column",
        "No column is the phone number. Choose the column that holds the numbers to call " +
        "(its usual name is phone_number).",
        "phone_number");

    public static Error UsedTwice(string target, IEnumerable<string> headers) => new(
        UsedTwiceCode,
        $"{target} is filled by more than one column: {string.Join(", ", headers)}. Choose one of them.",
        target);

    public static Error BadVariableName(string header, string? name, string suggestion) => new(
        BadVariableNameCode,
        string.IsNullOrEmpty(name) ? $"The column '{header}' needs a name. '{suggestion}' would do." :
        $"The column '{header}' cannot be the variable '{name}': a name has letters, digits and underscores, " +
        $"no spaces, and does not start with a digit. '{suggestion}' would do.",
        header);

    public static Error HeaderHasSpaces(string header, string suggestion) => new(
        "header_has_spaces",
        $"The column name '{header}' contains spaces, and column names are used as variables. Rename it to " +
        $"'{suggestion}', or say what it is in column_mapping: {{\"{header}\": \"request_data.{suggestion}\"}}.",
        header);

    public static Error UnknownColumn(string header, IEnumerable<string> headers) => new(
        "unknown_column",
        $"column_mapping names the column '{header}', which the file does not have. " +
        $"Its columns are: {string.Join(", ", headers)}.",
        $"column_mapping.{header}");

    public static Error UnknownTarget(string header, string target) => new(
        "unknown_target",
        $"column_mapping sends the column '{header}' to '{target}', which is none of phone_number, request_data, " +
        "request_data.<name>, metadata, ignore, or the name of a call setting.",
        $"column_mapping.{header}");
}
