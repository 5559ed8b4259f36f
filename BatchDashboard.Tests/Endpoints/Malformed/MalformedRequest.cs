using System.Text;

namespace BatchDashboard.Tests.Endpoints.Malformed;

/// <summary>A request that must be refused, and what the refusal must say.</summary>
/// <param name="Path"><c>{batch}</c> and <c>{call}</c> stand for ids of what is there.</param>
/// <param name="Status">0: its sender is gone before it has an end, and nobody is answered.</param>
/// <param name="Field">The field that the refusal names; null: none is at fault.</param>
/// <param name="Words">A part of the message.</param>
public sealed record MalformedRequest(string Method, string Path, int Status, string? Field, string Words)
{
    public string? ContentType { get; init; }

    public byte[]? Body { get; init; }

    public (string Name, string Value)? Header { get; init; }

    /// <summary>Headers and body as no client would send them.</summary>
    public string? Raw { get; init; }

    /// <summary>The server refuses it before the app sees it.</summary>
    public bool IsForTheServer { get; init; }

    /// <summary>Whether it is answered in the envelope of <c>/v2</c>, as every way to make a batch is.</summary>
    public bool HasEnvelope => Path.StartsWith("/v2", StringComparison.Ordinal) || (Method == "POST" && Path == "/v1/batches");

    public static MalformedRequest Post(string path, string body, string? field, string words) =>
        Post(path, Encoding.UTF8.GetBytes(body), "application/json", field, words);

    public static MalformedRequest Post(string path, byte[] body, string? contentType, string? field, string words, int status = 400) =>
        new("POST", path, status, field, words) { ContentType = contentType, Body = body };

    public HttpRequestMessage Message(Func<string, string> fill)
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), fill(Path));
        if (Header is var (name, value))
            Assert.True(message.Headers.TryAddWithoutValidation(name, value));
        if (Body is null)
            return message;
        message.Content = new ByteArrayContent(Body);
        if (ContentType is not null)
            message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        return message;
    }

    /// <summary>All of what is sent, in short.</summary>
    public override string ToString()
    {
        var body = Raw ?? Encoding.Latin1.GetString(Body ?? []);
        return $"{Method} {Path} {ContentType} {Header} {(body.Length > 200 ? $"{body[..100]}…{body[^100..]} ({body.Length})" : body)}";
    }
}
