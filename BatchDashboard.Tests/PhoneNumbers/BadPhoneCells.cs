using System.Text.RegularExpressions;

namespace BatchDashboard.Tests.PhoneNumbers;

/// <summary>
/// Cells that are not called under the usual rules (default country US), under their code and the sentence that the
/// operator reads. Two spaces part the cells; escapes are those of C#.
/// </summary>
internal static class BadPhoneCells
{
    private const string Table = """
        excel_scientific: {cell} is not a number any more: the spreadsheet destroyed this number; export the column as text.
            1.23E+10  1,21255E+10  1.21255E10  4.41E+11  1e+10  -1.2E+10  +1.2E+10  1E10  1.2125550123E+11  1.21255501E-5
            '1.23E+10  ="1.23E+10"  １.２３E+１０  \u00A01.23E+10\u00A0

        excel_scientific: {cell} is written as a spreadsheet writes large quantities; write its digits one after the other, or export the column as text.
            1.4155550194E+10  1,4155550194E+10  12125550123E0  1.2125550123000E+10  +1.2125550123E10  '1.2125550123E+10

        excel_float: {cell} has decimals: the spreadsheet stored this number as a quantity; export the column as text.
            12125550123.0  12125550123.00  12125550123,0  2125550123.5  +12125550123.0  12125550123.000000
            '12125550123.0  12125550123.0\u00A0  5550123.25  911.0

        several_numbers: {cell} holds more than one number; keep the one to call, or give each its own row.
            2125550123;2125550199  2125550123; 2125550199  212-555-0123 / 212-555-0199  2125550123/24  030/12345678
            212-555-0123 or 212-555-0199  212-555-0123 OR 4  212-555-0123 and 212-555-0199  030 123456 oder 030 654321
            212-555-0123 & 212-555-0199  2125550123,2125550199  2125550123, 2125550199  2125550123|2125550199
            2125550123\n2125550199  2125550123\r\n2125550199  2125550123\u20282125550199  2125550123\t2125550199
            2125550123 2125550199  2125550123-2125550199  2125550123.2125550199  (2125550123)(2125550199)
            5550123 5550199  212 555 0123 212 555 0199  212-555-0123 555-0199  +12125550123+12125550199
            +12125550123 +12125550199  home 212-555-0123 work 212-555-0199  +1 2125550123 2125550199
            +1+2125550123  212 + 555 0123  +1 2125 550 12345 678901  +49 30 1234567890123456  ٢١٢٥٥٥٠١٢٣;٢١٢٥٥٥٠١٩٩

        extension: {cell} has an extension, which cannot be dialled; use a direct number.
            212-555-0123 x45  2125550123X45  212-555-0123 ext. 45  212-555-0123 Ext 45  2125550123 extension: 4512
            2125550123 extn 45  2125550123,,45#  2125550123 #45  2125550123p45  2125550123w45  2125550123*45
            +49 30 12345678 доб. 45  +55 11 91234-5678 ramal 45  tel:+1-212-555-0123;ext=45  ２１２５５５０１２３ｘ４５

        not_a_number: {cell} has letters in it; write the number with digits only and nothing around it.
            1-800-FLOWERS  1-800-CALL-NOW  +1 412 535 abcd  2l2555O123  21255501O3  +1212555012Z  212555O1２3
            call 212-555-0123  212-555-0123 (home)  Tel. 212-555-0123  mobile  Jane Doe  jane@example.com  TRUE
            sip:2125550123@example.com  tel:2125550123;phone-context=+1  http://example.com/2125550123  0x7F000001
            １２１２５５５０１２Ｏ  ２１２ＡＢＣ０１２３  +1２１２５５５０１２é  二一二五五五

        not_a_number: {cell} starts with a minus; write the number with its country code, such as +12125550123.
            -2125550123  −2125550123  '-12125550123  -1  ="-2125550123"  - 212 555 0123  -(212) 555-0123

        not_a_number: {cell} hides a character that shows its digits in another order; type the number again.
            \u202E3210555212  212\u202E3210555  +1\u202E(212)\u202C555-0123

        not_a_number: {cell} is not written as a phone number; use digits, spaces, dashes, dots and brackets only.
            ++12125550123  =+12125550123  "+12125550123"  ''+12125550123  “2125550123”  +  (+)  +-1
            212--555-0123  212-.555-0123  212-555-0123-  212-555-0123.  (212 555-0123  212) 555-0123
            ((212)) 555-0123  (212)) 555-0123  () 2125550123  ()  *67 2125550123  #31#2125550123  2125550123#
            $2125550123  ~2125550123  [212] 555 0123  {212} 555 0123  <2125550123>  212_555_0123  212:555:0123
            212%205550123  21255\u00005012  2125550123😀  📞2125550123  𝟐𝟏𝟐𝟓𝟓𝟓𝟎𝟏𝟐𝟑  !  %  =  2125550123\uFFFD
            212'555'0123  212`5550123  2125550123=  ²¹²⁵⁵⁵⁰¹²³

        blank: The cell is empty; fill in a phone number.
            \u0020  \u0020\u0020\u0020  \t  \r\n  \u00A0

        blank: The cell holds no phone number but {cell}; fill in a phone number.
            N/A  #N/A  n/a  n.a.  NA  NaN  nil  null  NULL  (null)  <null>  None  (none)  undefined  Unknown  -  --  —
            - -  .  ...  _  ?  ???  0  0.0  0,0  '0  ="0"  =""  '  \u200B  \u00A0\u200B  ０  Ｎ／Ａ

        invalid: {cell} is not a valid number of the country code +1; correct it, or allow possible numbers if you are sure.
            +10987654321  10987654321  0123456789  1234567890  +11234567890  212-055-0123  112-555-0123

        invalid: {cell} is too short for a phone number; add the missing digits or the country code.
            5550123  +1 555 0123  555-0123  12  7  +4  '7  +49 1  +1 212 555 012  21255501  1 411  0 112  08  +44 20  011 44  +12  +0

        invalid: {cell} is too long for a phone number; remove the digits that do not belong to it.
            212555012345  99999999999999999999999999  442079460000  +1 212 555 01234
            12345678901234567890  4402079460000

        invalid: {cell} is too long for a phone number. Its 00 is no international prefix in US; if it is meant as one, write + instead.
            00331426853001234  0033142685300

        invalid: {cell} is too long for a phone number. Its 011 was read as the international prefix, and +44207946000012 has digits too many; remove them.
            01144207946000012

        invalid: {cell} starts with a country code that does not exist; correct it.
            +999123456789  +0 212 555 0123  +0012125550123  +210 5550123  011 999 123456789

        invalid: {cell} could only be called with other digits, as +12125550123; if that is meant, write it so.
            +1 1 212 555 0123

        emergency: {cell} is an emergency or service number, which is never called; correct it.
            911  9-1-1  '911  ="911"  (911)  ٩١١  ９１１  tel:911  112  999  000  110  118  119  18  2125  10111  +291 201606
            +911  +1911  1911  1-911  +44 999  +61 000  011911  00112  411  988  211  +1 611

        premium: {cell} is a premium, satellite or special-rate number, which is never called; use an ordinary number.
            +1 900 234 5678  900-234-5678  1-900-234-5678  +44 909 123 4567  +44 843 123 4567  +44 7640 123456
            +44 333 123 4567  +49 180 1234567  +870 301234567  +881 612345678  +882 1612345678  +883 510012345
            +979 123456789  +972 151 1234 5678

        toll_free: {cell} is a toll-free number; allow toll-free numbers if it is to be called.
            +18002345678  (888) 234-5678  1-877-234-5678  +44 800 123 4567  +800 1234 5678  +49 800 1234567
        """;

    /// <summary>Code, sentence and cell of each.</summary>
    public static IEnumerable<(string Code, string Sentence, string Cell)> All =>
        from block in Table.Split("\n\n")
        let lines = block.Split('\n')
        let heading = lines[0].Split(": ", 2)
        from line in lines.Skip(1)
        from cell in line.Split("  ", StringSplitOptions.RemoveEmptyEntries)
        select (heading[0], heading[1], Regex.Unescape(cell));
}
