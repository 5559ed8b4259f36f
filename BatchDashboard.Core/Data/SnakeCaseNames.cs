using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BatchDashboard.Core.Data;

/// <summary>Names tables and columns as the hand-written SQL spells them.</summary>
internal static class SnakeCaseNames
{
    public static void Apply(IMutableModel model)
    {
        foreach (var entity in model.GetEntityTypes())
        {
            entity.SetTableName(Of(entity.GetTableName()!));
            NameColumns(entity);
        }
    }

    private static void NameColumns(IMutableTypeBase type)
    {
        foreach (var property in type.GetProperties())
            property.SetColumnName(Of(property.GetColumnName().Replace("Counts_", "N", StringComparison.Ordinal)));
        foreach (var complex in type.GetComplexProperties())
            NameColumns(complex.ComplexType);
    }

    private static string Of(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
