using System.Diagnostics;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.DoNotCall;

/// <summary>Puts what happens to the list into words for people.</summary>
internal static class DoNotCallWords
{
    public static string Of(DoNotCallSource source) => source switch
    {
        DoNotCallSource.Manual => "By hand",
        DoNotCallSource.Import => "Import",
        DoNotCallSource.Optout => "Opt-out",
        DoNotCallSource.Api => "Program",
        _ => throw new UnreachableException($"No words for {source}."),
    };

    public static string Of(AuditAction action) => action switch
    {
        AuditAction.DoNotCallAdded => "Added",
        AuditAction.DoNotCallRenewed => "Added again",
        AuditAction.DoNotCallRemoved => "Removed",
        AuditAction.DoNotCallImported => "Imported",
        _ => throw new UnreachableException($"No words for {action}."),
    };

    /// <summary>"3 numbers added, 1 on the list already, 2 not added."</summary>
    public static string Of(DoNotCallOutcome outcome)
    {
        var already = outcome.AlreadyThere > 0 ? $", {Counted.Number(outcome.AlreadyThere)} on the list already" : "";
        var refused = outcome.Refused > 0 ? $", {Counted.Number(outcome.Refused)} not added" : "";
        return $"{Counted.Of(outcome.Added, "number")} added{already}{refused}.";
    }

    public static string Reason(string reason) => reason.Length == 0 ? "no reason given" : $"“{reason}”";
}
