namespace BatchDashboard.Core.PhoneNumbers.Plans;

/// <summary>How well a number fits the numbering plan it belongs to.</summary>
internal enum PlanFit
{
    Valid,

    /// <summary>Of a length the country uses; the plan does not know it.</summary>
    Possible,
    TooShort,
    TooLong,
    WrongLength,
    UnknownCountryCode,

    /// <summary>Valid as a national number and, read with a lost plus, as another one.</summary>
    Ambiguous,

    /// <summary>Readable only with digits left out or added.</summary>
    OtherDigits,
}
