namespace BatchDashboard.Core.Compliance.CallingHours;

/// <summary>When the recipients of one batch may be called.</summary>
public sealed record CallingRules
{
    /// <summary>As <see cref="WeeklyHours.Parse"/> reads them; null: those of the installation.</summary>
    public string? Hours { get; init; }

    /// <summary>Days on which nobody is called, on the recipients' own calendars.</summary>
    public IReadOnlyList<DateOnly> BlackoutDates { get; init; } = [];

    /// <summary>IANA name of the zone of recipients whose number does not tell it; null: they are held.</summary>
    public string? FallbackZone { get; init; }

    public static CallingRules None { get; } = new();
}
