namespace BatchDashboard.Web.Endpoints;

/// <summary>Cuts what a request said to a length fit for a sentence.</summary>
internal static class Shortened
{
    private const int Most = 60;

    public static string Of(string text)
    {
        var shown = string.Concat(text.Take(Most).Where(c => !char.IsControl(c) && !char.IsSurrogate(c)));
        return text.Length > Most ? shown + "…" : shown;
    }
}
