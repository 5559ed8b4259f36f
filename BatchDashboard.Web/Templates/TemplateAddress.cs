using System.Globalization;

namespace BatchDashboard.Web.Templates;

/// <summary>Where templates are shown.</summary>
internal static class TemplateAddress
{
    public const string List = "/templates";
    public const string New = "/templates/new";

    public static string Of(Guid template) => $"{List}/{template}";

    /// <summary>One of its versions, beside another: by itself, beside the one before it.</summary>
    public static string Of(Guid template, int version, int? beside = null) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Of(template)}?v={version}{(beside is null ? "" : $"&with={beside}")}");
}
