using BatchDashboard.Core;
using BatchDashboard.Core.Compliance;
using BatchDashboard.Core.PhoneNumbers;
using BatchDashboard.Web.Shared;

namespace BatchDashboard.Web.DoNotCall;

/// <summary>What the do-not-call page is asked for, as its address says it.</summary>
/// <param name="After">The last entry of the page before.</param>
/// <param name="Number">The number that is looked up, as it was typed.</param>
/// <param name="Country">Of a number without a country code.</param>
public sealed record DoNotCallListQuery(DoNotCallFilter Filter, DoNotCallPosition? After, string? Number, string Country)
{
    public const string UsualCountry = "US";

    /// <summary>The value by which the file is asked for raw.</summary>
    public const string Raw = "true";

    public static readonly DoNotCallListQuery Empty = new(DoNotCallFilter.All, null, null, UsualCountry);

    public bool IsFiltered => Filter != DoNotCallFilter.All;

    public string Href => Of(DoNotCallAddress.List);

    /// <summary>What is shown, as a file: all pages of it.</summary>
    public string ExportHref => (this with { After = null, Number = null }).Of(DoNotCallAddress.Export);

    /// <summary><see cref="ExportHref"/> without what keeps spreadsheets from running formulas.</summary>
    public string RawExportHref => PageAddress.Of(ExportHref, ("raw", Raw));

    public DoNotCallListQuery FirstPage => this with { After = null };

    /// <summary>Reads what an address gives; what it cannot mean is left out.</summary>
    public static DoNotCallListQuery Read(
        string? text,
        string? source,
        string? expired,
        string? after = null,
        string? number = null,
        string? country = null) =>
        new(
            new DoNotCallFilter(Given(text), WireName.Parse<DoNotCallSource>(source), ReadExpired(expired)),
            DoNotCallPosition.Parse(after),
            Given(number),
            PhoneRegions.IsKnown(country) ? country!.ToUpperInvariant() : UsualCountry);

    public static bool? ReadExpired(string? text) => text switch { "0" => false, "1" => true, _ => null };

    private string Of(string path) => PageAddress.Of(
        path,
        ("number", Number),
        ("country", Number is null || Country == UsualCountry ? null : Country),
        ("q", Filter.Text),
        ("source", Filter.Source is { } source ? WireName.Of(source) : null),
        ("expired", Filter.Expired switch { null => null, true => "1", false => "0" }),
        ("after", After?.ToString()));

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
