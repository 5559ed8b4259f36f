using System.Globalization;
using BatchDashboard.Core.PhoneNumbers;

namespace BatchDashboard.Core.Compliance;

/// <summary>Why something cannot be done with the do-not-call list.</summary>
public static class DoNotCallErrors
{
    public static Error NothingToAdd() =>
        new("no_numbers", "Enter at least one phone number.", "numbers");

    public static Error ReasonMissing() =>
        new("reason_missing", "Say why the number may be called again. The reason is kept.", "reason");

    public static Error ReasonTooLong(int length) => new(
        "reason_too_long",
        $"The reason has {Number(length)} characters, and at most {Number(DoNotCallTerms.MaxReasonLength)} are kept. " +
        "Shorten it.",
        "reason");

    public static Error ExpiryPast() => new(
        "expiry_past",
        "The expiry is in the past, so the number would not be blocked. Leave it empty or name a later day.",
        "expires");

    public static Error ExpiryUnreadable(string text) => new(
        "expiry_unreadable",
        $"“{text}” is no expiry that can be read. Write a day, such as 2027-01-31, or a time, such as " +
        "2027-01-31 18:00:00+01:00.",
        "expires");

    public static Error NotOnTheList(PhoneNumber number) =>
        new("not_on_the_list", $"{PhoneFormatting.International(number)} is not on the list any more.");

    public static Error FileGone() =>
        new("file_gone", "This file was imported already, or it was never finished. Upload it again.");

    public static Error NoPhoneColumn() =>
        new("no_phone_column", "Choose the column that holds the phone numbers.", "phone_column");

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
