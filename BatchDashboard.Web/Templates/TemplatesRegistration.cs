namespace BatchDashboard.Web.Templates;

/// <summary>The pages of templates.</summary>
internal static class TemplatesRegistration
{
    public static IServiceCollection AddTemplates(this IServiceCollection services) => services.AddScoped<TemplateDesk>();
}
