namespace BatchDashboard.Core.Imports;

/// <summary>What a column of the source is used for.</summary>
public enum ColumnUse
{
    Ignore,
    PhoneNumber,

    /// <summary>A <c>{{variable}}</c> of the prompt.</summary>
    RequestData,

    /// <summary>Kept beside the call, not shown to the agent.</summary>
    Metadata,

    /// <summary>A call setting from the catalogue, dotted for a part of one (<c>voicemail.action</c>).</summary>
    Setting,
}
