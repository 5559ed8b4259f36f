using PhoneNumbers;

namespace BatchDashboard.Core.PhoneNumbers;

/// <summary>The time zones that a number may be in, by its area.</summary>
public sealed class NumberZones
{
    private readonly PhoneNumberToTimeZonesMapper _mapper = PhoneNumberToTimeZonesMapper.GetInstance();

    /// <summary>IANA names; none when the number tells nothing, like a toll-free one of several continents.</summary>
    public IReadOnlyList<string> Of(PhoneNumber number)
    {
        var parsed = PhoneNumberUtil.GetInstance().Parse(number.E164, defaultRegion: null);
        var zones = _mapper.GetTimeZonesForNumber(parsed);
        return zones is [var only] && only == _mapper.GetUnknownTimeZone() ? [] : zones;
    }
}
