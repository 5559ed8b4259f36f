namespace BatchDashboard.Core.PhoneNumbers.Plans;

/// <summary>What kind of line a number is, as far as dialling it is concerned.</summary>
internal enum NumberKind
{
    Ordinary,
    TollFree,

    /// <summary>Costs more than a call to a person: premium, shared cost, satellite and their like.</summary>
    Premium,
}
