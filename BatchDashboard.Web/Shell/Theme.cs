using MudBlazor;

namespace BatchDashboard.Web.Shell;

/// <summary>The colours and type of the product; text on its ground passes WCAG 2.2 AA in both looks.</summary>
internal static class Theme
{
    private const string Ink = "#111827";

    public static readonly MudTheme Instance = new()
    {
        PaletteLight = new PaletteLight
        {
            Primary = "#4338CA",
            Secondary = "#475569",
            Tertiary = "#0F766E",
            Info = "#0369A1",
            Success = "#15803D",
            Warning = "#A16207",
            Error = "#B91C1C",
            Dark = "#334155",
            TextSecondary = "#475569",
            ActionDefault = "#475569",
            Background = "#F8FAFC",
            AppbarBackground = "#312E81",
            DrawerText = "#334155",
        },
        PaletteDark = new PaletteDark
        {
            Primary = "#A5B4FC",
            Secondary = "#CBD5E1",
            Tertiary = "#5EEAD4",
            Info = "#7DD3FC",
            Success = "#86EFAC",
            Warning = "#FCD34D",
            Error = "#FCA5A5",
            PrimaryContrastText = Ink,
            SecondaryContrastText = Ink,
            TertiaryContrastText = Ink,
            InfoContrastText = Ink,
            SuccessContrastText = Ink,
            WarningContrastText = Ink,
            ErrorContrastText = Ink,
            TextPrimary = "#F1F5F9",
            TextSecondary = "#CBD5E1",
            ActionDefault = "#CBD5E1",
            DrawerText = "#E2E8F0",
            Background = "#0F172A",
            Surface = "#1E293B",
            AppbarBackground = "#1E1B4B",
            DrawerBackground = "#111827",
        },
        Typography = new Typography
        {
            // The system's own typefaces: nothing to download, and nothing asked of another site.
            Default = new DefaultTypography
            {
                FontFamily = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "sans-serif"],
            },
            Button = new ButtonTypography { TextTransform = "none", FontWeight = "600" },
        },
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
    };
}
