using BatchDashboard.Core.LiveUpdates;
using BatchDashboard.Core.Templates;
using BatchDashboard.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.Templates;

/// <summary>The templates there are, and the gallery to begin with.</summary>
public sealed partial class TemplatesPage
{
    private IReadOnlyList<TemplateSummary> _templates = [];
    private string? _refusal;
    private bool _busy;

    [Inject] public required TemplateDesk Desk { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required StatusAnnouncer Announcer { get; init; }

    protected override object Question => nameof(TemplatesPage);

    protected override async Task ReadAsync() => _templates = await Desk.Queries.ListAsync(Gone);

    // Calls change without changing the list.
    protected override Task FollowAsync(IReadOnlyList<BatchChange> changes) => Task.CompletedTask;

    private Task AddAsync(StarterTemplate starter) => OnceAsync(async () =>
    {
        var made = await Desk.AddAsync(starter);
        _refusal = made.IsSuccess ? null : made.Error.Message;
        if (!made.IsSuccess)
            return;
        Announcer.Announce($"{made.Value.Name} is a template now. Read it, and make it yours.");
        Navigation.NavigateTo(TemplateAddress.Of(made.Value.TemplateId));
    });

    private Task StartAsync(TemplateSummary template) => OnceAsync(async () => _refusal = await Desk.StartAsync(template.Id));

    // The second press of a double click would make a second one.
    private async Task OnceAsync(Func<Task> work)
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            await work();
        }
        finally
        {
            _busy = false;
        }
    }
}
