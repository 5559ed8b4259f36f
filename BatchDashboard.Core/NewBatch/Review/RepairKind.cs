namespace BatchDashboard.Core.NewBatch.Review;

/// <summary>What can be done at once to all rows with the same problem.</summary>
public enum RepairKind
{
    /// <summary>Reads the numbers as numbers of a country.</summary>
    UseCountry,

    /// <summary>Takes white space off the ends of the values.</summary>
    Trim,

    /// <summary>Writes a space for each line break.</summary>
    JoinLines,

    /// <summary>Empties the cell, so that what is set for the whole batch counts.</summary>
    Clear,

    /// <summary>Leaves the rows out.</summary>
    Drop,
}
