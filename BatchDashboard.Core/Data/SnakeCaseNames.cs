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

    /// <param name="prefix">Of the parts of a complex property: the counters of a batch are its only one.</param>
    private static void NameColumns(IMutableTypeBase type, string prefix = "")
    {
        foreach (var property in type.GetProperties())
            property.SetColumnName(prefix + Of(property.Name));
        foreach (var complex in type.GetComplexProperties())
            NameColumns(complex.ComplexType, "n_");
    }

    private static string Of(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
