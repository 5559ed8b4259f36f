using BatchDashboard.Core;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.Account;

/// <summary>Signs a person in; rendered on the server without a circuit, because it sets a cookie.</summary>
public sealed partial class Login
{
    private IReadOnlyList<Error> _errors = [];
    private bool _ownerMissing;

    [Inject] internal SignIn SignIn { get; init; } = null!;

    [Inject] internal FirstOwner Owner { get; init; } = null!;

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] public required HttpContext Context { get; set; }

    [SupplyParameterFromForm] public LoginForm Form { get; set; } = null!;

    [SupplyParameterFromQuery] public string? ReturnUrl { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new LoginForm();
        if (HttpMethods.IsGet(Context.Request.Method) && Context.User.Identity is { IsAuthenticated: true })
            Navigation.NavigateTo(LocalReturnUrl.Of(ReturnUrl));
        _ownerMissing = await Owner.IsMissingAsync(Context.RequestAborted);
    }

    private async Task SubmitAsync()
    {
        if (await SignIn.TryAsync(Form.Email ?? "", Form.Password ?? "", Form.Remember) is { } error)
            _errors = [error];
        else
            Navigation.NavigateTo(LocalReturnUrl.Of(ReturnUrl));
    }
}
