using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using BatchDashboard.Tests.Support;
using Microsoft.Data.Sqlite;

namespace BatchDashboard.Tests.Endpoints.Malformed;

/// <summary>Every request of the table is refused with a status, a reason and the place of the fault, and leaves nothing behind.</summary>
public sealed class MalformedRequestTests(ApiApp app) : IClassFixture<ApiApp>
{
    private static readonly string[] Tables =
        ["batches", "batch_log", "calls", "skipped_rows", "drafts", "accepted_requests", "webhook_messages", "audit"];

    private string _batch = "";
    private string _call = "";

    [Fact]
    public async Task A_malformed_request_is_refused_and_leaves_nothing_behind()
    {
        MalformedRequest[] cases =
        [
            .. MalformedBatches.All, .. MalformedSettings.All, .. MalformedCommands.All, .. MalformedForms.All,
            .. MalformedAddresses.All, .. MalformedHttp.All,
        ];
        var distinct = cases.Select(request => request.ToString()).Distinct().Count();
        Assert.True(distinct >= 400, $"There are {distinct}.");
        _batch = await app.CreateWaitingAsync("Untouched");
        _call = (await app.CallsAsync($"batch_id={_batch}"))[0].GetProperty("call_id").GetString()!;
        var (batch, before) = (await app.Api.GetAsync($"/v2/batches/{_batch}"), await StoredAsync());

        var wrong = new List<string>();
        foreach (var request in cases)
        {
            if (Problem(request, await SendAsync(request)) is { } problem)
                wrong.Add($"{request}: {problem}");
            // Where nobody is answered, nobody knows when it is over.
            if (request.Status == 0)
                await Eventually.TrueAsync(async () => await StoredAsync() == before, TimeSpan.FromSeconds(10), $"{request} leaves nothing behind");
            else
                Assert.True(await StoredAsync() == before, $"{request} has left something behind: {await StoredAsync()} in place of {before}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(batch.Body, (await app.Api.GetAsync($"/v2/batches/{_batch}")).Body);
    }

    private string Fill(string path) => path
        .Replace("{batch}", _batch, StringComparison.Ordinal).Replace("{call}", _call, StringComparison.Ordinal);

    private static string? Problem(MalformedRequest request, ApiReply reply)
    {
        if ((int)reply.Status != request.Status)
            return $"it is answered with {(int)reply.Status}: {reply.Body}";
        if (request.IsForTheServer || request.Status == 0)
            return null;
        if (reply.Json.ValueKind != JsonValueKind.Object || !reply.Json.TryGetProperty("errors", out var errors))
            return $"the reply has no envelope: {reply.Body}";
        var faults = errors.EnumerateArray().Select(error => request.HasEnvelope ? Fault(error) : (null, error.GetString()!)).ToArray();
        var isWhole = request.HasEnvelope
            ? reply.Json.GetProperty("data").ValueKind == JsonValueKind.Null
            : reply.Json.GetProperty("status").GetString() == "error" && reply.Json.GetProperty("message").GetString() == faults[0].Message;
        if (!isWhole || faults.Any(fault => fault.Message.Length < 10))
            return $"the envelope is not whole: {reply.Body}";
        var isTold = faults.Any(fault => fault.Message.Contains(request.Words, StringComparison.Ordinal)
            && (request.HasEnvelope ? fault.Field == request.Field : request.Field is null || fault.Message.Contains(request.Field, StringComparison.Ordinal)));
        return isTold ? null : $"no error tells \"{request.Words}\" of {request.Field ?? "the whole"}: {reply.Body}";
    }

    private static (string? Field, string Message) Fault(JsonElement error) =>
        (error.TryGetProperty("field", out var field) ? field.GetString() : null, error.GetProperty("message").GetString()!);

    private Task<ApiReply> SendAsync(MalformedRequest request) =>
        request.Raw is null ? app.Api.SendAsync(request.Message(Fill)) : SendRawAsync(request);

    private async Task<ApiReply> SendRawAsync(MalformedRequest request)
    {
        using var socket = new TcpClient(app.App.Address.Host, app.App.Address.Port);
        await using var stream = socket.GetStream();
        var head = $"{request.Method} {Fill(request.Path)} HTTP/1.1\r\nHost: localhost\r\nauthorization: {RunningApp.ApiKey}\r\nConnection: close\r\n";
        await stream.WriteAsync(Encoding.Latin1.GetBytes(head + request.Raw));
        if (request.Status == 0)
            socket.Client.Shutdown(SocketShutdown.Send);
        var reply = await ReadToEndAsync(stream);
        var status = reply.Length == 0 ? 0 : int.Parse(reply.AsSpan(9, 3), CultureInfo.InvariantCulture);
        var (first, last) = (reply.IndexOf('{', StringComparison.Ordinal), reply.LastIndexOf('}'));
        return new ApiReply((HttpStatusCode)status, first < 0 ? "" : reply[first..(last + 1)]);
    }

    private static async Task<string> ReadToEndAsync(NetworkStream stream)
    {
        using var reply = new MemoryStream();
        try
        {
            await stream.CopyToAsync(reply);
        }
        catch (IOException)
        {
            // The server hangs up where something of the request is left unread; what it said before counts.
        }

        return Encoding.UTF8.GetString(reply.ToArray());
    }

    /// <summary>How many of everything are stored, in the database and beside it.</summary>
    private async Task<string> StoredAsync()
    {
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(app.App.DataDirectory, "batchdashboard.db")};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {string.Join(" || ' ' || ", Tables.Select(table => $"(SELECT count(*) FROM {table})"))}";
        var files = Directory.GetFiles(Path.Combine(app.App.DataDirectory, "uploads")).Length;
        return $"{await command.ExecuteScalarAsync()} {files}";
    }
}
