using BatchDashboard.Core;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace BatchDashboard.Web.Account;

/// <summary>Lets whoever holds the one-time link create the owner's account, and signs that person in.</summary>
public sealed partial class Setup
{
    private IReadOnlyList<Error> _errors = [];
    private bool _ownerMissing;
    private bool _linkIsValid;

    [Inject] internal FirstOwner Owner { get; init; } = null!;

    [Inject] internal SetupToken SetupToken { get; init; } = null!;

    [Inject] public required SignInManager<User> SignIns { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] public required HttpContext Context { get; set; }

    [SupplyParameterFromForm] public SetupForm Form { get; set; } = null!;

    [SupplyParameterFromQuery] public string? Token { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new SetupForm { Token = Token };
        _ownerMissing = await Owner.IsMissingAsync(Context.RequestAborted);
        _linkIsValid = SetupToken.Accepts(Form.Token);
        if (!_linkIsValid && Form.Token is not null)
            _errors = [AccountErrors.SetupLinkInvalid];
    }

    private async Task SubmitAsync()
    {
        var created = await Owner.CreateAsync(
            Form.Token, Form.Email ?? "", Form.DisplayName, Form.Password ?? "", Context.RequestAborted);
        _errors = created.Errors;
        if (!created.IsSuccess)
            return;
        await SignIns.SignInAsync(created.Value, isPersistent: true);
        Navigation.NavigateTo(LocalReturnUrl.Home);
    }
}
