using BatchDashboard.Core.Imports;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Compliance;

/// <summary>Turns a call that is blocked when its turn comes back into the row of the source that it was.</summary>
internal static class BlockedCall
{
    private const string PhoneNumberKey = "phone_number";
    private const string Message = "This number was put on the do-not-call list after the launch, so it was not dialled.";

    /// <param name="layout">Of a CSV source; null for call objects.</param>
    /// <param name="data">See <see cref="ImportedRow.Data"/>.</param>
    public static (SkippedRow Why, string Original) Row(int rowNumber, RowLayout? layout, PhoneNumber number, string data)
    {
        if (layout is null)
            return (Why(PhoneNumberKey, number.E164), CallObject(number, data));
        var column = new ColumnMapping(layout.Headers, layout.Columns).PhoneColumn;
        return (Why(layout.Headers[column], CellExcerpt.Of(JsonText.ReadArray(data)[column])), data);

        SkippedRow Why(string header, string value) => new(rowNumber, header, value, SkipCodes.DoNotCall, Message);
    }

    // Put back as text, so that the rest of the object stays as it was written.
    private static string CallObject(PhoneNumber number, string data) =>
        $"{{\"{PhoneNumberKey}\":\"{number.E164}\"{(data == "{}" ? "" : ",")}{data[1..]}";
}
