using System.Net;
using BatchDashboard.Tests.Support;
using Xunit.Abstractions;

namespace BatchDashboard.Tests.EndToEnd;

/// <summary>kill -9 in the middle of an upload: no draft has half a file, and what is left goes away.</summary>
public sealed class UploadKillTests(ITestOutputHelper output) : AppTest(output)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_draft_has_its_whole_file_or_none()
    {
        var app = await StartAppAsync();
        using var visitor = app.NewVisitor();
        await visitor.SignInAsync();
        var address = await visitor.StartBatchAsync();
        using var file = new HalfSentFile();

        var upload = visitor.UploadAsync(address, file, "half.csv");
        await Eventually.TrueAsync(
            () => Uploads(app) is [{ Length: >= HalfSentFile.Half }], Patience, () => $"half of the file is stored.\n{app.Log.Text}");
        await app.KillAsync();
        file.GoOn();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => upload);
        await app.RestartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).StatusCode);
        var left = Assert.Single(Uploads(app));
        Assert.EndsWith(".part", left.Name, StringComparison.Ordinal);

        var whole = await visitor.UploadAsync(address, new StringContent("phone\n+12125550123\n"), "whole.csv");
        Assert.Equal(HttpStatusCode.NoContent, whole.StatusCode);
        left.LastWriteTimeUtc = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2);
        await app.KillAsync();
        await app.RestartAsync();

        await Eventually.TrueAsync(
            () => Uploads(app) is [var kept] && kept.Name != left.Name, Patience, () => $"the half file is gone.\n{app.Log.Text}");
        Assert.Equal("phone\n+12125550123\n", await (await visitor.GetAsync(address)).Content.ReadAsStringAsync());
    }

    private static FileInfo[] Uploads(RunningApp app) =>
        new DirectoryInfo(Path.Combine(app.DataDirectory, "uploads")).GetFiles();

    /// <summary>Sends half of what it promises, and the rest when it is told to.</summary>
    private sealed class HalfSentFile : HttpContent
    {
        public const int Half = 1024 * 1024;

        private readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void GoOn() => _goOn.SetResult();

        protected override async Task SerializeToStreamAsync(
            Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await stream.WriteAsync(new byte[Half], cancellationToken);
            await stream.FlushAsync(cancellationToken);
            await _goOn.Task.WaitAsync(cancellationToken);
            await stream.WriteAsync(new byte[Half], cancellationToken);
            await stream.FlushAsync(cancellationToken);
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override bool TryComputeLength(out long length)
        {
            length = Half * 2;
            return true;
        }
    }
}
