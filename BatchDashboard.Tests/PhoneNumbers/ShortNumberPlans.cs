using System.Reflection;
using Library = global::PhoneNumbers;

namespace BatchDashboard.Tests.PhoneNumbers;

/// <summary>The library's plans of short numbers, which it keeps to itself.</summary>
internal static class ShortNumberPlans
{
    private static readonly MethodInfo PlanOf = typeof(Library.MetadataManager).GetMethod(
        "GetShortNumberMetadataForRegion", BindingFlags.Static | BindingFlags.NonPublic)!;

    public static IEnumerable<Library.PhoneMetadata> All { get; } =
    [
        .. Library.PhoneNumberUtil.GetInstance().GetSupportedRegions()
            .Select(region => (Library.PhoneMetadata?)PlanOf.Invoke(null, [region]))
            .OfType<Library.PhoneMetadata>(),
    ];
}
