using BatchDashboard.Core.Calls;

namespace BatchDashboard.Web.Endpoints;

/// <summary>One turn of a conversation.</summary>
internal sealed record TranscriptBody(int Id, DateTimeOffset CreatedAt, string Text, string User)
{
    public static TranscriptBody Of(TranscriptLine line) => new(line.Id, line.CreatedAt, line.Text, line.User);
}
