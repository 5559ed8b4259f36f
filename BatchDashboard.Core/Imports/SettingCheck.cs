using System.Text.Json.Nodes;

namespace BatchDashboard.Core.Imports;

/// <summary>Reads a cell as the value of a call setting; the product passes the catalogue's parser.</summary>
/// <param name="dottedName">Such as <c>voice</c> or <c>voicemail.action</c>.</param>
public delegate Result<JsonNode?> SettingCheck(string dottedName, string cell);
