using System.Security.Cryptography;
using System.Text;

namespace BatchDashboard.Core.Imports.Columns;

/// <summary>The headers of a file, compared with those of another whatever their order and spelling.</summary>
public sealed class HeaderSet
{
    private readonly Dictionary<(string Name, int Occurrence), int> _positions = [];
    private readonly IReadOnlyList<string> _headers;

    public HeaderSet(IReadOnlyList<string> headers)
    {
        _headers = headers;
        Dictionary<string, int> seen = [];
        foreach (var (index, header) in headers.Index())
        {
            var name = HeaderKey.Of(header).Text;
            var occurrence = seen[name] = seen.GetValueOrDefault(name) + 1;
            _positions.Add((name, occurrence), index);
        }
    }

    /// <summary>The same for files with the same headers in any order.</summary>
    public string Key => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', _positions.Keys.Select(key => key.Name).Order(StringComparer.Ordinal)))));

    /// <summary>Positions of headers that both have: here, and in the other.</summary>
    public IReadOnlyDictionary<int, int> SharedWith(HeaderSet other) => _positions
        .Where(position => other._positions.ContainsKey(position.Key))
        .ToDictionary(position => position.Value, position => other._positions[position.Key]);

    public IReadOnlyList<string> NotIn(HeaderSet other) =>
        [.. _positions.Where(position => !other._positions.ContainsKey(position.Key)).Select(position => _headers[position.Value])];
}
