namespace BatchDashboard.Core.Imports;

/// <summary>
/// Reads headers that say themselves what they are: <c>request_data.x</c>, <c>metadata.x</c>,
/// <c>voicemail.action</c>.
/// </summary>
internal static class DottedHeader
{
    public static ColumnTarget? Target(string header, SettingNames isSetting)
    {
        var dot = header.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || dot == header.Length - 1)
            return null;

        return header[..dot] switch
        {
            "request_data" => new ColumnTarget(ColumnUse.RequestData, header[(dot + 1)..]),
            "metadata" => new ColumnTarget(ColumnUse.Metadata, header[(dot + 1)..]),
            var root when isSetting(root) => new ColumnTarget(ColumnUse.Setting, header),
            _ => null,
        };
    }
}
