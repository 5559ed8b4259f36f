using BatchDashboard.Core.CallSettings;

namespace BatchDashboard.Tests.Imports.BadInput;

/// <summary>Values that the catalogue of call settings refuses, by the setting.</summary>
internal static class BadSettingCells
{
    private static readonly Dictionary<string, string[]> Table = new()
    {
        ["pathway_version"] = ["-1", "v2", "1.5"],
        ["model"] = ["gpt", "base, turbo"],
        ["temperature"] = ["2", "-0.1", "warm", "NaN", "0,5", "0.5°"],
        ["tools"] = ["[1,", "a tool"],
        ["guard_rails"] = ["{", "{\"a\":1}"],
        ["background_track"] = ["beach", "office cafe"],
        ["noise_cancellation"] = ["maybe", "2", "on"],
        ["pronunciation_guide"] = ["API", "[1]", "[\"API\"]"],
        ["wait_for_greeting"] = ["perhaps", "-1"],
        ["interruption_threshold"] = ["10001", "-5", "fast", "1e99"],
        ["interruptibility"] = ["4", "high"],
        ["block_interruptions"] = ["ja"],
        ["keywords"] = [string.Join(',', Enumerable.Range(1, 21)), "[null]", "[\"\"]"],
        ["ignore_button_press"] = ["x"],
        ["from"] = ["not a number", "12", "+1 412 535 abcd", "2125550123;2125550199"],
        ["dialing_strategy"] = ["local", "[]"],
        ["start_time"] =
        [
            "tomorrow", "2026-07-10", "10:30", "05/31/2026 14:30", "2026-02-30 10:00:00", "2026-07-10 25:00:00",
            "2026-07-10 09:30:00 PST", "2026-07-10 09:30:00+15:00", "45424.4375", "1783675800",
        ],
        ["timezone"] = ["Mars/Olympus", "Berlin", "+02:00"],
        ["max_duration"] = ["0", "721", "soon", "1.5", "١٢", "12 minutes", "0x10", "12;13"],
        ["transfer_phone_number"] = ["call me", "911x"],
        ["transfer_list"] = ["sales", "{\"sales\":\"x\"}", "[\"+12125550123\"]"],
        ["precall_dtmf_sequence"] = ["1a", "press 1", "1-2"],
        ["retry"] = ["600", "true"],
        ["voicemail"] = ["hangup", "{\"action\":\"sing\"}", "{\"acton\":\"hangup\"}", "{broken", "{\"action\":\"hangup\",\"action\":\"ignore\"}"],
        ["voicemail.action"] = ["sing", "leave message"],
        ["voicemail.sms"] = ["text"],
        ["voicemail.sensitive"] = ["very"],
        ["dynamic_data"] = ["https://example.com", "[\"https://example.com\"]"],
        ["record"] = ["always"],
        ["summary_prompt"] = [new string('x', 2_001)],
        ["webhook"] =
        [
            "example.com", "ftp://example.com/x", "javascript:alert(1)", "http://", "//example.com", "https://exa mple.com",
            "https://example.com/" + new string('x', 2_100),
        ],
        ["webhook_events"] = ["{\"a\":1}"],
    };

    public static IReadOnlyList<string> Settings { get; } = [.. Table.Keys];

    /// <summary>Each with its setting and the catalogue's rule.</summary>
    public static IEnumerable<(string Setting, string Cell, string Rule)> All =>
        from setting in Table
        from cell in setting.Value
        select (setting.Key, cell, CallSettingCatalog.ParseCell(setting.Key, cell) is { IsSuccess: false } refused ? refused.Error.Message : "");
}
