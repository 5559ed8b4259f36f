namespace BatchDashboard.Core.CallSettings;

/// <summary>The codes under which a call setting is refused.</summary>
public static class SettingCodes
{
    /// <summary>The value breaks the setting's rule; rows of a file are skipped under the same code.</summary>
    public const string Bad = Imports.SkipCodes.BadSetting;

    public const string Unknown = "unknown_setting";
}
