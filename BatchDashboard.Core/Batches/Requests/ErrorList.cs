namespace BatchDashboard.Core.Batches.Requests;

/// <summary>The faults of a request, up to as many as anybody reads; the rest are counted.</summary>
/// <param name="part">The part of the request that they are in; null: all of it.</param>
internal sealed class ErrorList(string? part)
{
    private const int Most = 100;

    private readonly List<Error> _listed = [];
    private int _unlisted;

    public IReadOnlyList<Error> All =>
        _unlisted == 0 ? _listed : [.. _listed, RequestErrors.MoreErrors(_unlisted, part)];

    public void Add(params IEnumerable<Error> errors)
    {
        foreach (var error in errors)
        {
            if (_listed.Count < Most)
                _listed.Add(error);
            else
                _unlisted++;
        }
    }
}
