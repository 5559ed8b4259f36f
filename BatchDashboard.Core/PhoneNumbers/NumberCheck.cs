namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>How sure a number must be before it is dialled.</summary>
public enum NumberCheck
{
    /// <summary>Valid in the numbering plan of its country.</summary>
    Strict,

    /// <summary>Of a length its country uses; the plan may not know it.</summary>
    Possible,
}
