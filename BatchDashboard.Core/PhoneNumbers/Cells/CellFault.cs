namespace BatchDashboard.Core.PhoneNumbers.Cells;

/// <summary>Why the text of a cell is not the text of one telephone number.</summary>
internal enum CellFault
{
    Blank,
    Scientific,

    /// <summary>Scientific as well, with every digit of the number in it.</summary>
    ScientificWhole,
    Float,
    Several,
    Extension,
    Letters,
    Minus,
    DirectionOverride,
    Characters,
    TooLong,
}
