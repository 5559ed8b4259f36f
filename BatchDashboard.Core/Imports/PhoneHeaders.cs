using BatchDashboard.Core.Imports.Columns;

namespace BatchDashboard.Core.Imports;

/// <summary>The names that columns of phone numbers have in the wild, the best first.</summary>
internal static class PhoneHeaders
{
    private static readonly string[] Names =
    [
        "phone number", "phone", "number", "to phone number", "contact number", "to", "tel", "telephone",
        "telephone number", "mobile", "mobile number", "mobile phone", "cell", "cell phone", "cell number", "msisdn",
        "whatsapp", "phone no", "tel no", "mobile no", "contact phone", "recipient phone number", "e164",
        "telefon", "telefonnummer", "telefonnr", "rufnummer", "rufnr", "handy", "handynummer", "handynr", "mobilnummer", "mobiltelefon",
        "téléphone", "numéro de téléphone", "téléphone portable", "portable", "teléfono", "número de teléfono", "celular",
        "móvil", "telefone", "número de telefone", "telemóvel", "telefono", "numero di telefono", "cellulare",
        "telefoonnummer", "telefoon", "mobiel nummer", "telefonnummer mobil", "puhelinnumero", "puhelin", "numer telefonu",
        "telefonszám", "număr de telefon", "telefon numarası", "cep telefonu", "телефон", "номер телефона", "мобильный",
        "τηλέφωνο", "هاتف", "رقم الهاتف", "الجوال", "טלפון", "फ़ोन", "फोन नंबर", "मोबाइल", "电话", "电话号码", "手机", "手机号",
        "手机号码", "電話", "電話番号", "電話號碼", "携帯電話", "携帯番号", "전화", "전화번호", "휴대폰", "휴대전화", "số điện thoại",
        "nomor telepon", "nomor hp", "เบอร์โทร", "เบอร์โทรศัพท์",
    ];

    private static readonly HeaderKey[] Keys = [.. Names.Select(HeaderKey.Of)];

    /// <summary>Those that stand for other things as well, so that the values have a say.</summary>
    private static readonly HashSet<string> Vague = ["number", "to", "cell", "handy", "portable", "contactnumber"];

    /// <summary>Words that make a longer name one of a phone number, such as <c>customer phone</c>.</summary>
    private static readonly string[] Tellers =
        ["phone", "telephone", "mobile", "cellphone", "tel", "msisdn", "whatsapp", "telefon", "rufnummer", "handy", "telefono", "celular"];

    /// <summary>
    /// 0 for the best name, null for a name of something else; letter case, accents and punctuation do not matter.
    /// </summary>
    public static int? Rank(string header)
    {
        // A dotted header says itself what it is; "Tel." is not one.
        if (IsDotted(header))
            return null;
        var text = HeaderKey.Of(header).Text;
        var rank = Array.FindIndex(Keys, key => key.Text == text);
        return rank < 0 ? null : rank;
    }

    /// <summary>How well a header fits a phone number by its name; null when it does not.</summary>
    public static NameMatch? Match(string header, HeaderKey key)
    {
        if (IsDotted(header))
            return null;
        var match = NameMatch.Of(key, Keys)
            ?? (key.Words.Any(Tellers.Contains) ? new NameMatch(NameMatch.SomeWords, Keys.Length) : null);
        return match is null ? null : match with { IsVague = match.Points < NameMatch.SameWords || Vague.Contains(key.Text) };
    }

    private static bool IsDotted(string header)
    {
        var dot = header.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && dot < header.Length - 1 && !char.IsWhiteSpace(header[dot + 1]);
    }
}
