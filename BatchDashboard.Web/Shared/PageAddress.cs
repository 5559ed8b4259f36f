using Microsoft.AspNetCore.WebUtilities;

namespace BatchDashboard.Web.Shared;

/// <summary>Builds the addresses of pages; what is not set is left out.</summary>
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
}
