namespace BatchDashboard.Web.Endpoints;

/// <summary>Cuts what a request said to a length fit for a sentence.</summary>
internal static class Shortened
{
    private const int Usual = 60;

    public static string Of(string text, int most = Usual)
    {
        if (text.Length > most)
            return Of(text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)], most) + "…";
        return string.Concat(text.Where(c => !char.IsControl(c)));
    }
}
