using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BatchDashboard.Core.Data;

/// <summary>Stores an enum by its wire name, so that the database reads like the API.</summary>
internal sealed class WireNameConverter<T>()
    : ValueConverter<T, string>(value => WireName.Of(value), name => WireName.Parse<T>(name)!.Value)
    where T : struct, Enum;
