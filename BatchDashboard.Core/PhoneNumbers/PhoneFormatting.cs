using Library = global::PhoneNumbers;

namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>Writes numbers the way people read them.</summary>
public static class PhoneFormatting
{
    private static readonly Library.PhoneNumberUtil Util = Library.PhoneNumberUtil.GetInstance();

    /// <summary>As written inside its country, such as <c>(234) 567-8909</c>.</summary>
    public static string National(PhoneNumber number) => Format(number, Library.PhoneNumberFormat.NATIONAL);

    /// <summary>As written for everyone, such as <c>+1 234-567-8909</c>.</summary>
    public static string International(PhoneNumber number) => Format(number, Library.PhoneNumberFormat.INTERNATIONAL);

    private static string Format(PhoneNumber number, Library.PhoneNumberFormat format)
    {
        try
        {
            return Util.Format(Util.Parse(number.E164, null), format);
        }
        catch (Library.NumberParseException)
        {
            // A caller id of the provider may be no E.164 number; shown as it is, it hides nothing.
            return number.E164;
        }
    }
}
