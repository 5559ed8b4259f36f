namespace BatchDashboard.Core.Data;

/// <summary>Reads and sets what holds for the whole installation.</summary>
internal static class InstallationFacts
{
    public static string? Fact(this DashboardDbContext context, string name)
    {
        using var query = context.Prepare("SELECT value FROM installation WHERE name = @name", "@name").With(name);
        return (string?)query.ExecuteScalar();
    }

    public static void SetFact(this DashboardDbContext context, string name, string value) =>
        context.Run(
            "INSERT INTO installation (name, value) VALUES (@name, @value) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            ("@name", name),
            ("@value", value));

    public static bool RemoveFact(this DashboardDbContext context, string name) =>
        context.Run("DELETE FROM installation WHERE name = @name", ("@name", name)) == 1;
}
