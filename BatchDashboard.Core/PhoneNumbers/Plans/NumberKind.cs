namespace BatchDashboard.Core.PhoneNumbers.Plans;

/// <summary>What kind of line a number is, as far as dialling it is concerned.</summary>
internal enum NumberKind
{
    Ordinary,
    TollFree,

    /// <summary>Follows a person to whatever line they are at; may cost many times as much as an ordinary call.</summary>
    Personal,

    /// <summary>Costs more than a call to a person: premium, shared cost, satellite and their like.</summary>
    Premium,
}
