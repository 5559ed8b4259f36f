namespace BatchDashboard.Core.NewBatch.Review;

/// <summary>Why a row that will be called deserves a look.</summary>
public static class WarningCodes
{
    public const string NumberRewritten = "number_rewritten";
    public const string PersonalNumber = "personal_number";
    public const string LooksLikeFormula = "looks_like_formula";
    public const string MixedEncoding = "mixed_encoding";
    public const string LineBreak = "line_break";
    public const string OuterSpace = "outer_space";
}
