namespace BatchDashboard.Core.PhoneNumbers.Automata;

/// <summary>The ways in which the digits read so far match a pattern; there may be several.</summary>
[Flags]
internal enum PatternMatch
{
    None = 0,
    Plain = 1,

    /// <summary>On a way through the last of the pattern's capturing groups.</summary>
    Captured = 2,

    /// <summary>Only if no digit follows.</summary>
    PlainAtEnd = 4,
    CapturedAtEnd = 8,

    AnyAtEnd = PlainAtEnd | CapturedAtEnd,
    AnyCaptured = Captured | CapturedAtEnd,
}
