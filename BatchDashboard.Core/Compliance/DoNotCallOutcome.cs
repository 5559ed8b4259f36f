using System.Globalization;

namespace BatchDashboard.Core.Compliance;

/// <summary>What became of numbers that were to be added; together as many as were given.</summary>
/// <param name="AlreadyThere">They stay on the list, see <see cref="DoNotCallList"/>; repeats are among them.</param>
/// <param name="FirstRefused">The first of the refused ones.</param>
public sealed record DoNotCallOutcome(
    int Added, int AlreadyThere, int Refused, IReadOnlyList<RefusedNumber> FirstRefused)
{
    /// <summary>How many refused ones are kept to be listed.</summary>
    public const int ListedRefused = 200;

    /// <summary>"3 added, 1 on the list already, 0 refused".</summary>
    public string Words => string.Create(
        CultureInfo.InvariantCulture, $"{Added:N0} added, {AlreadyThere:N0} on the list already, {Refused:N0} refused");
}
