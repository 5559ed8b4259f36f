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

    /// <summary>The country as the numbering plans spell it; an unknown one is a broken invariant and throws.</summary>
    internal static string Canonical(string alpha2) => Known.TryGetValue(alpha2, out var region)
        ? region
        : throw new ArgumentException($"No numbering plan is known for the country '{alpha2}'.", nameof(alpha2));
}
