using System.Collections.Concurrent;
using System.Text.Json;

namespace BatchDashboard.Core;

/// <summary>The snake_case spelling of an enum value, as it stands in the database and in the API.</summary>
public static class WireName
{
    private static readonly ConcurrentDictionary<Enum, string> Names = new();

    public static string Of(Enum value) =>
        Names.GetOrAdd(value, static v => JsonNamingPolicy.SnakeCaseLower.ConvertName(v.ToString()));

    /// <summary>Null when no value is spelled so.</summary>
    public static T? Parse<T>(string? name)
        where T : struct, Enum =>
        name is not null && Values<T>.ByName.TryGetValue(name, out var value) ? value : null;

    private static class Values<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<string, T> ByName = Enum.GetValues<T>().ToDictionary(value => Of(value));
    }
}
