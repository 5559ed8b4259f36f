namespace BatchDashboard.Web.Shared;

/// <summary>One of several views of a page, each with an address of its own.</summary>
public sealed record TabLink(string Text, string Href, bool IsCurrent);
