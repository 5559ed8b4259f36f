using Library = global::PhoneNumbers;

namespace BatchDashboard.Core.PhoneNumbers.Plans;

/// <summary>Tells what the many types of lines are to someone who dials them.</summary>
internal static class NumberKinds
{
    private const int UniversalFreephone = 800;

    public static NumberKind Of(Library.PhoneNumberType type, CallingCode code) => type switch
    {
        Library.PhoneNumberType.TOLL_FREE => NumberKind.TollFree,
        Library.PhoneNumberType.PREMIUM_RATE or Library.PhoneNumberType.SHARED_COST or Library.PhoneNumberType.PAGER
            or Library.PhoneNumberType.UAN or Library.PhoneNumberType.VOICEMAIL => NumberKind.Premium,
        Library.PhoneNumberType.PERSONAL_NUMBER when !code.IsOfNoCountry => NumberKind.Personal,
        _ => code.IsOfNoCountry && code.Value != UniversalFreephone ? NumberKind.Premium : NumberKind.Ordinary,
    };
}
