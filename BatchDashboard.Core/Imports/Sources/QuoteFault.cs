namespace BatchDashboard.Core.Imports.Sources;

/// <summary>What is wrong with the quotes of a record.</summary>
internal enum QuoteFault
{
    None,

    /// <summary>Text between a closing quote and the next delimiter: <c>"ab"c</c>.</summary>
    TextAfterQuote,

    /// <summary>A quote runs on into following lines and is not closed where a field ends.</summary>
    NeverClosed,
}
