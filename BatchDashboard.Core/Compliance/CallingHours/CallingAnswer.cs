namespace BatchDashboard.Core.Compliance.CallingHours;

/// <summary>Whether a recipient may be called now.</summary>
/// <param name="Code">Null: yes. Otherwise one of <see cref="HoldCodes"/>.</param>
/// <param name="Next">When it is worth asking again.</param>
/// <param name="Zones">The zones the recipient may be in, by their IANA names.</param>
public sealed record CallingAnswer(string? Code, DateTimeOffset Next, IReadOnlyList<string> Zones)
{
    public bool IsOpen => Code is null;
}
