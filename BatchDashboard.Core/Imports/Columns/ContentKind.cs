namespace BatchDashboard.Core.Imports.Columns;

/// <summary>What the values of a column look like; it is shown and helps to guess, and is never a reason to change one.</summary>
public enum ContentKind
{
    /// <summary>There are no values to tell by.</summary>
    Empty,

    Text,
    PhoneNumber,
    Url,
    Email,

    /// <summary>An IANA name.</summary>
    TimeZone,

    /// <summary>A date, with or without a time.</summary>
    DateTime,

    Number,
    YesNo,
}
