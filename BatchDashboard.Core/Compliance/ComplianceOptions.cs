using System.ComponentModel.DataAnnotations;
using BatchDashboard.Core.Compliance.CallingHours;

namespace BatchDashboard.Core.Compliance;

/// <summary>What protects the people who are called, where a batch says nothing else.</summary>
public sealed class ComplianceOptions : IValidatableObject
{
    public const string SectionName = "Compliance";

    /// <summary>As <see cref="WeeklyHours.Parse"/> reads them; null: off for the sandbox, 08:00-21:00 for real calls.</summary>
    public string? CallingHours { get; set; }

    /// <summary>The same number is not dialled twice within so many seconds; 0 switches it off.</summary>
    [Range(0, 86_400)]
    public int SameNumberSeconds { get; set; } = 10;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        CallingHours is { } hours
            ? WeeklyHours.Parse(hours).Errors.Select(error => new ValidationResult(error.Message, [nameof(CallingHours)]))
            : [];
}
