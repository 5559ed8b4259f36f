using System.Collections.Frozen;
using Library = global::PhoneNumbers;

namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>The countries that have a numbering plan.</summary>
public static class PhoneRegions
{
    private static readonly FrozenSet<string> Known =
        Library.PhoneNumberUtil.GetInstance().GetSupportedRegions().ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>ISO 3166 alpha-2, in alphabetical order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Known.Order(StringComparer.Ordinal)];

    /// <param name="alpha2">ISO 3166 alpha-2, in any letter case.</param>
    public static bool IsKnown(string? alpha2) => alpha2 is not null && Known.Contains(alpha2);
}
