using System.Globalization;
using BatchDashboard.Core.CallSettings;

namespace BatchDashboard.Core.Batches.Requests;

/// <summary>Why a program's request for a batch is refused.</summary>
public static class RequestErrors
{
    public const string MalformedCode = "malformed_json";
    public const string BodyTooLargeCode = "BODY_TOO_LARGE";
    public const string KeyReusedCode = "IDEMPOTENCY_KEY_REUSED";

    private const string RequiredCode = "required";
    private const string NotAllowedCode = "not_allowed";

    public static Error Malformed(string why, long line, long position) => new(
        MalformedCode,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The body is not valid JSON at line {line + 1}, byte {position + 1}: {why}"));

    public static Error BrokenCharacter() => new(
        MalformedCode, "The body is not valid JSON: a text in it holds a character that is broken.");

    public static Error NotAnObject() => new(
        MalformedCode, "The body must be a JSON object such as {\"call_objects\": [...], \"global\": {...}}.");

    public static Error MemberTwice(string name) => new(
        MalformedCode, $"{Short(name)} stands twice in the body. Keep one of them.", name);

    public static Error TooManyFields(int most) => new(
        MalformedCode, string.Create(CultureInfo.InvariantCulture, $"The body has more than {most} fields."));

    public static Error ValueTooLarge(string field, int maxBytes) => new(
        SettingCodes.Bad,
        string.Create(CultureInfo.InvariantCulture, $"{Short(field)} is larger than {maxBytes:N0} bytes. Shorten it."),
        field);

    public static Error Unreadable(string field) => new(
        MalformedCode, $"{Short(field)} cannot be read: {JsonTree.Unreadable}.", field);

    public static Error BodyTooLarge(int maxMegabytes) => new(
        BodyTooLargeCode,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The upload is larger than {maxMegabytes:N0} MB. Split it into several batches."));

    public static Error UnknownField(string name, IReadOnlyCollection<string> known)
    {
        var hint = CallSettingCatalog.Find(name) is not null ? "It is a call setting and belongs into global."
            : NearestName.Of(name, known) is { } near ? $"Did you mean {near}?"
            : $"The fields are {string.Join(", ", known)}.";
        return new Error(SettingCodes.Unknown, $"{Short(name)} is not a field of this request. {hint}", name);
    }

    public static Error NoRecipients() => new(
        RequiredCode,
        "There is nobody to call: call_objects must be a list with at least one object that has a phone_number.",
        "call_objects");

    public static Error NotAList() => new(
        SettingCodes.Bad, "call_objects must be a list of objects, one for each call.", "call_objects");

    public static Error NotACallObject(string field) => new(
        SettingCodes.Bad, $"{field} must be an object such as {{\"phone_number\": \"+12125550123\"}}.", field);

    public static Error GlobalIsNoObject() => new(
        SettingCodes.Bad, "global must be an object of call settings such as {\"task\": \"...\"}.", "global");

    public static Error PhoneNumberInGlobal() => new(
        NotAllowedCode, "phone_number belongs into each of call_objects, not into global.", "global.phone_number");

    /// <param name="lacking">The first call object that has none of its own; null for a file.</param>
    public static Error NothingToSay(string? lacking) => new(
        RequiredCode,
        "global needs a task, a pathway_id or a persona_id: the agent must know what to say." +
        (lacking is null ? "" : $" Without it every call object needs its own, and {lacking} has none."),
        "global.task");

    public static Error NothingToSayInCall() => new(
        RequiredCode, "A call needs a task, a pathway_id or a persona_id: the agent must know what to say.", "task");

    public static Error UnknownCountry(string given) => new(
        SettingCodes.Bad,
        $"default_country must be an ISO 3166 code of two letters such as US, but is {SettingReader.Quote(given)}.",
        "default_country");

    public static Error BadColumnUse(string header) => new(
        SettingCodes.Bad,
        $"column_mapping.{Short(header)} must be the name of what the column is used for, such as request_data.",
        $"column_mapping.{header}");

    public static Error KeyReused() => new(
        KeyReusedCode,
        "This Idempotency-Key was used for another request. Send a new key, or the same request as before.",
        "Idempotency-Key");

    public static Error BadKey() => new(
        SettingCodes.Bad, "Idempotency-Key must be one text of 1 to 255 characters.", "Idempotency-Key");

    /// <param name="field">The part of the request that they are in; null: all of it.</param>
    public static Error MoreErrors(int unlisted, string? field) => new(
        SettingCodes.Bad,
        string.Create(CultureInfo.InvariantCulture, $"{unlisted:N0} more errors are not listed."),
        field);

    private static string Short(string name) => SettingReader.Quote(name);
}
