using System.Globalization;
using BatchDashboard.Core.Calls;
using BatchDashboard.Web.Shared;
using BatchDashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace BatchDashboard.Web.Calls;

/// <summary>The filters of the list of calls.</summary>
public sealed partial class CallFilters
{
    private const int LongestSeconds = 86_400;

    private string? _given;
    private DateOnly? _from;
    private DateOnly? _to;
    private string _atLeast = "";
    private string _atMost = "";
    private string _reason = "";
    private string _variable = "";
    private string _value = "";
    private string? _daysProblem;
    private string? _spokenProblem;
    private string? _variableProblem;

    [Parameter, EditorRequired] public required CallListQuery Query { get; set; }

    /// <summary>The names that the rows of the batch have, as far as they are known.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<string> Variables { get; set; }

    /// <summary>With the first page of what is asked for now.</summary>
    [Parameter, EditorRequired] public EventCallback<CallListQuery> OnChange { get; set; }

    [CascadingParameter] public BrowserPreferences Browser { get; set; } = BrowserPreferences.Unknown;

    private string Zone => Query.Days?.Zone ?? Browser.TimeZone.Id;

    private string ZoneHint => $"Days of the first dial, in {Zone}.";

    protected override void OnParametersSet()
    {
        // The page renders again with every change of the feed; what is being typed must survive that.
        if (_given == Query.FirstPage.Href)
            return;
        _given = Query.FirstPage.Href;
        (_from, _to) = (Query.Days?.From, Query.Days?.To);
        (_atLeast, _atMost) = (Seconds(Query.AtLeast), Seconds(Query.AtMost));
        _reason = Query.Reason ?? "";
        (_variable, _value) = ("", "");
        (_daysProblem, _spokenProblem, _variableProblem) = (null, null, null);
    }

    private Task ApplyAsync()
    {
        var query = Query.FirstPage with
        {
            Days = _from is null && _to is null ? null : new CallDays(_from, _to, Zone),
            AtLeast = PageAddress.Number<int>(_atLeast),
            AtMost = PageAddress.Number<int>(_atMost),
            Reason = string.IsNullOrWhiteSpace(_reason) ? null : _reason.Trim(),
            Variables = _value.Length == 0
                ? Query.Variables
                : [.. Query.Variables.Where(variable => variable.Name != _variable.Trim()), new CallVariable(_variable.Trim(), _value)],
        };
        _daysProblem = query.Days is { } days && days.From > days.To ? "This day is before the first one." : null;
        _spokenProblem = query.AtLeast > query.AtMost ? "This is less than the least." : null;
        _variableProblem = string.IsNullOrWhiteSpace(_variable) == (_value.Length == 0) ? null : "Give a variable and its value.";
        return (_daysProblem ?? _spokenProblem ?? _variableProblem) is null ? OnChange.InvokeAsync(query) : Task.CompletedTask;
    }

    private static string Seconds(int? seconds) => seconds?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string? Invalid(string? problem) => problem is null ? null : "true";
}
