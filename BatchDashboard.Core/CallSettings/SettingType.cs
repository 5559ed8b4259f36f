namespace BatchDashboard.Core.CallSettings;

/// <summary>
/// What kind of value a call setting takes; decides how it is checked and which field a screen shows for it.
/// </summary>
public enum SettingType
{
    /// <summary>One line, trimmed.</summary>
    Text,

    /// <summary>Several lines, kept as written.</summary>
    LongText,

    WholeNumber,
    Number,
    Boolean,

    /// <summary>One of the setting's <see cref="CallSetting.Choices"/>, in any letter case.</summary>
    Choice,

    /// <summary>A moment; see <see cref="CallSettings.StartTime"/>.</summary>
    StartTime,

    /// <summary>An IANA name.</summary>
    TimeZone,

    PhoneNumber,
    Url,

    /// <summary>Keys of a telephone, and <c>w</c> for a pause.</summary>
    Keypad,

    /// <summary>A JSON object.</summary>
    Structure,

    /// <summary>A JSON list.</summary>
    List,

    /// <summary>Any JSON value.</summary>
    Any,
}
