using BatchDashboard.Core.CallSettings;
using BatchDashboard.Core.Imports;

namespace BatchDashboard.Core.NewBatch.Mapping;

/// <summary>What a column is used as, in words fit to stand after "used as".</summary>
public static class TargetWords
{
    public static string Of(ColumnTarget target) => target.Use switch
    {
        ColumnUse.PhoneNumber => "phone number",
        ColumnUse.RequestData => $"request data {{{{{target.Name}}}}}",
        ColumnUse.Metadata => $"metadata {target.Name}",
        ColumnUse.Setting => $"call setting {CallSettingCatalog.Find(target.Name ?? "")?.Label ?? target.Name}",
        _ => "nothing",
    };
}
