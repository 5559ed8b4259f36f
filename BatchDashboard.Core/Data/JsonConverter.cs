using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BatchDashboard.Core.Data;

/// <summary>Stores a value that is always read and written whole as JSON text.</summary>
internal sealed class JsonConverter<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web),
    text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web)!);
