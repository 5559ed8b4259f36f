namespace BatchDashboard.Core.Telephony.Sandbox;

/// <summary>Fills a template's <c>{{variables}}</c> once; braces inside the values stay as they are.</summary>
public delegate string TemplateRenderer(string template, IReadOnlyDictionary<string, string> variables);
