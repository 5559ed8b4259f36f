using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BatchDashboard.Web.Account;

/// <summary>Stores a time as UTC ticks, because SQLite cannot order a <see cref="DateTimeOffset"/>.</summary>
internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
    time => time.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
