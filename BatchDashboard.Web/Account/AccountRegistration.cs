using BatchDashboard.Core.Data;
using BatchDashboard.Web.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace BatchDashboard.Web.Account;

/// <summary>People, API keys, and who may call what.</summary>
internal static class AccountRegistration
{
    // Chooses the scheme of a request by its path, so that a cookie means nothing to the API even if an endpoint forgot
    // its policy.
    private const string SchemeByPath = "SchemeByPath";

    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BootstrapOptions>().Bind(configuration.GetSection(BootstrapOptions.SectionName))
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<BootstrapOptions>, BootstrapOptionsRules>();
        services.AddDbContextFactory<AccountDbContext>((provider, options) => options.UseDataDirectory(
            provider.GetRequiredService<DataDirectory>(), AccountDbContext.MigrationsTable));
        services.AddIdentityCore<User>(ConfigureIdentity).AddSignInManager()
            .AddEntityFrameworkStores<AccountDbContext>().AddClaimsPrincipalFactory<UserClaims>();
        services.AddSingleton<SetupToken>().AddSingleton<FirstOwnerTurn>().AddSingleton<ApiKeyRing>();
        services.AddSingleton<ApiKeyIssuer>().AddSingleton<WrongKeys>();
        services.AddScoped<FirstOwner>().AddScoped<SignIn>();
        services.AddScoped<IStartupStep, AccountStartup>();
        services.AddSingleton<IAnnouncement, SetupAnnouncement>();
        return services.AddSchemes().AddPolicies().AddCascadingAuthenticationState();
    }

    private static void ConfigureIdentity(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = "";
        // Length is what counts; rules about digits and signs only make people write passwords down.
        options.Password = new PasswordOptions
        {
            RequiredLength = 8,
            RequiredUniqueChars = 5,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
        };
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
    }

    private static IServiceCollection AddSchemes(this IServiceCollection services)
    {
        var schemes = services.AddAuthentication(SchemeByPath);
        schemes.AddPolicyScheme(SchemeByPath, null, options => options.ForwardDefaultSelector = SchemeOf);
        schemes.AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null);
        schemes.AddApplicationCookie();
        services.ConfigureApplicationCookie(ConfigureCookie);
        return services;
    }

    private static string SchemeOf(HttpContext context) =>
        ProgramPaths.IsApi(context.Request.Path) ||
        (ProgramPaths.Contains(context.Request.Path) && context.Request.Headers.Authorization.Count > 0)
            ? ApiKeyAuthentication.SchemeName
            : IdentityConstants.ApplicationScheme;

    private static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "batchdashboard";
        options.LoginPath = "/login";
        options.LogoutPath = "/logout";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToLogin = context =>
        {
            if (ProgramPaths.Contains(context.Request.Path))
                return AuthenticationFailure.AnswerAsync(context.Response);
            context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static IServiceCollection AddPolicies(this IServiceCollection services)
    {
        var signedIn = new AuthorizationPolicyBuilder(IdentityConstants.ApplicationScheme)
            .RequireAuthenticatedUser().Build();
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.ApiKeyOnly, policy => policy
                .AddAuthenticationSchemes(ApiKeyAuthentication.SchemeName).RequireAuthenticatedUser())
            .AddPolicy(Policies.SignedIn, signedIn)
            .AddPolicy(Policies.Owner, policy => policy
                .AddAuthenticationSchemes(IdentityConstants.ApplicationScheme).RequireRole(nameof(Role.Owner)))
            .AddPolicy(Policies.SignedInOrApiKey, policy => policy
                .RequireAuthenticatedUser().RequireAssertion(asked => ScopeClaims.MayRead(asked.User)))
            .AddScopes()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }
}
