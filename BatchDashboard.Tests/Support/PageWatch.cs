using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace BatchDashboard.Tests.Support;

/// <summary>Notes what goes wrong in a window: script errors, refused or failed requests, and requests to strangers.</summary>
internal sealed class PageWatch
{
    private static readonly string[] LocalSchemes = ["data", "blob", "about"];

    private readonly string _origin;
    private readonly ConcurrentQueue<string> _problems = new();
    private readonly ConcurrentBag<string> _expected = [];

    public PageWatch(Uri address, IBrowserContext context)
    {
        _origin = address.Authority;
        context.Console += (_, message) => OnConsole(message);
        context.WebError += (_, error) => _problems.Enqueue($"uncaught: {error.Error}");
        context.Request += (_, request) => OnRequest(request);
        context.RequestFailed += (_, request) => OnRequestFailed(request);
        context.Response += (_, response) => OnResponse(response);
    }

    public void Expect(string text) => _expected.Add(text);

    public IReadOnlyList<string> Problems() => [.. _problems.Where(problem => !_expected.Any(problem.Contains))];

    private void OnConsole(IConsoleMessage message)
    {
        // A refused request is noted by its response, which knows the method and the status.
        var repeated = message.Text.StartsWith("Failed to load resource: the server responded", StringComparison.Ordinal);
        if (message.Type == "error" && !repeated)
            _problems.Enqueue($"console: {message.Text} ({message.Location})");
    }

    private void OnRequest(IRequest request)
    {
        var target = new Uri(request.Url);
        if (target.Authority != _origin && !LocalSchemes.Contains(target.Scheme))
            _problems.Enqueue($"request to a stranger: {request.Url}");
    }

    private void OnRequestFailed(IRequest request)
    {
        // Leaving a page or starting a download aborts what is still under way.
        if (request.Failure != "net::ERR_ABORTED")
            _problems.Enqueue($"request failed: {request.Method} {request.Url} {request.Failure}");
    }

    private void OnResponse(IResponse response)
    {
        if (response.Status >= 400)
            _problems.Enqueue($"{response.Status}: {response.Request.Method} {response.Url}");
    }
}
