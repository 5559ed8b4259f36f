using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BatchDashboard.Core.Data;

/// <summary>Stores times as UTC ticks: SQLite cannot order a <see cref="DateTimeOffset"/>.</summary>
internal sealed class UtcTicksConverter()
    : ValueConverter<DateTimeOffset, long>(time => time.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
