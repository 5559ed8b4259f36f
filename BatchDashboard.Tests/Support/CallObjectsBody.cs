using System.Text;

namespace BatchDashboard.Tests.Support;

/// <summary>The JSON of a request for a batch with as many call objects as are wanted, written as it is sent.</summary>
public static class CallObjectsBody
{
    /// <summary>Of a hundred call objects one has no number that is valid, and one the number before it.</summary>
    public static int Skipped(int count) => (count / 100) * 2;

    public static async Task WriteAsync(Stream target, int count)
    {
        // Far enough away that nothing is dialled meanwhile.
        await using var text = new StreamWriter(target, new UTF8Encoding(false), 64 * 1024, leaveOpen: true);
        await text.WriteAsync("""{"global":{"task":"Hello {{name}}.","start_time":"2099-01-01 09:00:00"},"call_objects":[""");
        for (var i = 0; i < count; i++)
            await text.WriteAsync($$$"""{{{(i == 0 ? "" : ",")}}}{"phone_number":"{{{Number(i)}}}","request_data":{"name":"Guest No. {{{i}}}"}}""");
        await text.WriteAsync("]}");
    }

    private static string Number(int index) => (index % 100) switch
    {
        98 => "+10987654321",
        99 => CoreHost.Number(index - 2),
        _ => CoreHost.Number(index),
    };
}
