namespace BatchDashboard.Core.Compliance;

/// <summary>A number on its way onto the list, small enough to be held by the hundred thousand.</summary>
internal readonly record struct ListedNumber(long Digits, string Reason, DateTimeOffset? ExpiresAt);
