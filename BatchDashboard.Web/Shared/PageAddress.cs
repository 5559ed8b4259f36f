using System.Globalization;
using System.Numerics;
using Microsoft.AspNetCore.WebUtilities;

namespace BatchDashboard.Web.Shared;

/// <summary>Builds the addresses of pages, where what is not set is left out, and reads what stands in them.</summary>
internal static class PageAddress
{
    public static string Of(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        foreach (var (name, value) in query)
        {
            if (!string.IsNullOrEmpty(value))
                path = QueryHelpers.AddQueryString(path, name, value);
        }

        return path;
    }

    /// <summary>
    /// The number that a page goes on from. An address can be typed or cut off: what cannot be read is null, which is the
    /// first page.
    /// </summary>
    public static T? Number<T>(string? text)
        where T : struct, INumberBase<T> =>
        T.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
