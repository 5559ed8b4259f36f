using System.Collections.Frozen;
using BatchDashboard.Core.Compliance.CallingHours;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.NewBatch.Review;

namespace BatchDashboard.Web.Calls;

/// <summary>The one table that puts codes of calls and rows into words.</summary>
internal static class CallReasons
{
    private static readonly FrozenDictionary<string, CallReason> Table = new Dictionary<string, CallReason>
    {
        [SkipCodes.Blank] = new("The phone number is blank"),
        [SkipCodes.Invalid] = new("The number is too short, too long, or not in the plan of its country"),
        [SkipCodes.NotANumber] = new("The cell is no phone number"),
        [SkipCodes.SeveralNumbers] = new("The cell holds several numbers"),
        [SkipCodes.Extension] = new("The number has an extension"),
        [SkipCodes.ExcelScientific] = new("A spreadsheet has turned the number into 1.2E+10"),
        [SkipCodes.ExcelFloat] = new("A spreadsheet has turned the number into a decimal"),
        [SkipCodes.Emergency] = new("Emergency and service numbers are never dialled"),
        [SkipCodes.Premium] = new("Premium-rate numbers are never dialled"),
        [SkipCodes.TollFree] = new("Toll-free numbers are not dialled in this batch"),
        [SkipCodes.CountryNotAllowed] = new("The country of the number is not allowed in this batch"),
        [SkipCodes.OwnNumber] = new("The number is the caller's own"),
        [SkipCodes.Duplicate] = new("The same number stands in an earlier row"),
        [SkipCodes.DoNotCall] = new("The number is on the do-not-call list"),
        [SkipCodes.RecentlyCalled] = new("The number was called recently"),
        [SkipCodes.Dropped] = new("The operator has dropped the row"),
        [WarningCodes.NumberRewritten] = new("The number is called in another way than it is written"),
        [WarningCodes.PersonalNumber] = new("A personal number, which may cost many times an ordinary call"),
        [WarningCodes.LooksLikeFormula] = new("A cell looks like a formula"),
        [WarningCodes.MixedEncoding] = new("A cell is in another encoding than the file"),
        [WarningCodes.LineBreak] = new("A cell has a line break"),
        [WarningCodes.OuterSpace] = new("A cell starts or ends with white space"),
        [SkipCodes.BadSetting] = new("A call setting of the row has no legal value"),
        [SkipCodes.RowShape] = new("The row has more or fewer fields than the header"),
        [SkipCodes.CellTooLong] = new("A cell is too long"),
        [SkipCodes.BinaryCell] = new("A cell holds binary data"),
        [HoldCodes.NumberBusy] = new("The same number is being called right now", "Nothing: it is tried again by itself."),
        [HoldCodes.NumberInReview] = new("An earlier call to this number has to be reviewed first", "Decide the earlier call under Review."),
        [HoldCodes.NumberJustCalled] = new("The same number was called a moment ago", "Nothing: it is tried again by itself."),
        [HoldCodes.OutsideHours] = new("It is outside the calling hours where the recipient is", "Nothing: it is called when they begin."),
        [HoldCodes.ZoneUnknown] = new(
            "Nothing tells in which time zone the recipient is", "Map a column of time zones, or choose one for the batch."),
        ["retry_busy"] = new("The line was busy; it is called again"),
        ["retry_no_answer"] = new("Nobody answered; it is called again"),
        ["retry_voicemail"] = new("Voicemail answered; it is called again"),
        ["retry_failed"] = new("The call failed; it is called again"),
        ["no_end_reported"] = new("The provider reported no end of the call"),
        ["number_not_found"] = new("The number is not in service", "Remove it from the list, or ask the recipient for a new one."),
        ["placement_unknown"] = new(
            "It cannot be known whether the provider placed this call",
            "Ask the provider or the recipient before you call again: the recipient may have been called already."),
        ["timeout"] = new("The provider did not answer in time"),
        ["connection_lost"] = new("The connection broke before the provider had answered"),
        ["reply_unreadable"] = new("The provider's answer cannot be read"),
        ["placement_error"] = new("Placing the call went wrong on our side", "Look for the call's id in the log of this installation."),
        ["rate_limited"] = new("The provider asked to slow down", "Nothing: it is tried again by itself."),
        ["not_sent"] = new("The provider could not be reached", "Nothing: it is tried again by itself."),
        ["account_refused"] = new("The provider refuses the account", "Check the provider's key and balance, then resume the batch."),
        ["rejected"] = new("The provider refuses this call", "See the message of the attempt; correct the row or the settings."),
        ["halted"] = new("The batch was paused or cancelled before the call left"),
    }.ToFrozenDictionary();

    private const string HttpStatus = "http_";

    /// <summary>A code of a provider that stands in no table is shown as it is.</summary>
    public static CallReason Of(string code) =>
        Table.TryGetValue(code, out var known) ? known
        : code.StartsWith(HttpStatus, StringComparison.Ordinal) ? new CallReason($"The provider answered {code.AsSpan(HttpStatus.Length)}")
        : new CallReason($"The provider says “{code.Replace('_', ' ')}”", "If it does not explain itself, look the code up with the provider.");
}
