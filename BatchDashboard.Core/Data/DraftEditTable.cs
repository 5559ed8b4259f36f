using System.Globalization;
using BatchDashboard.Core.Imports;
using BatchDashboard.Core.NewBatch.Review;

namespace BatchDashboard.Core.Data;

/// <summary>The changes of a draft's rows: a repair may be a million of them, so they pass EF by.</summary>
internal static class DraftEditTable
{
    private const string Insert =
        """
        INSERT INTO draft_edits (draft_id, row_number, "column", step, value, before)
        VALUES (@draft, @row, @column, @step, @value, @before)
        """;

    // SQLite takes the value from the row that has the maximum.
    private const string Latest =
        """
        SELECT row_number, "column", value, MAX(step) FROM draft_edits
        WHERE draft_id = @draft AND step NOT IN (SELECT step FROM draft_edit_steps WHERE draft_id = @draft AND rows < 0)
        GROUP BY row_number, "column" ORDER BY row_number, "column"
        """;

    private const string OfStep =
        """
        SELECT row_number, "column", value, before FROM draft_edits WHERE draft_id = @draft AND step = @step
        ORDER BY row_number, "column" LIMIT @limit
        """;

    /// <summary>The number of the new step; one that was left unfinished makes way for it.</summary>
    public static int AddStep(this DashboardDbContext context, Guid draft, string words, int rows, DateTimeOffset at)
    {
        context.Run("DELETE FROM draft_edit_steps WHERE draft_id = @draft AND rows < 0", ("@draft", draft));
        using var insert = context.Prepare(
            """
            INSERT INTO draft_edit_steps (draft_id, step, words, rows, at)
            SELECT @draft, coalesce(max(step), 0) + 1, @words, @rows, @at FROM draft_edit_steps WHERE draft_id = @draft
            RETURNING step
            """,
            "@draft", "@words", "@rows", "@at");
        return Convert.ToInt32(insert.With(draft, words, rows, at).ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>The step is stored whole, and counts; false: it is gone.</summary>
    public static bool FinishStep(this DashboardDbContext context, Guid draft, int step, int rows) => context.Run(
        "UPDATE draft_edit_steps SET rows = @rows WHERE draft_id = @draft AND step = @step",
        ("@draft", draft), ("@step", step), ("@rows", rows)) == 1;

    /// <summary>False, and nothing is stored: the step is gone, because the draft got another file.</summary>
    public static bool TryAddEdits(this DashboardDbContext context, Guid draft, int step, IEnumerable<DraftEdit> edits)
    {
        using var find = context.Prepare("SELECT 1 FROM draft_edit_steps WHERE draft_id = @draft AND step = @step", "@draft", "@step");
        if (find.With(draft, step).ExecuteScalar() is null)
            return false;
        context.AddEdits(draft, step, edits);
        return true;
    }

    public static void AddEdits(this DashboardDbContext context, Guid draft, int step, IEnumerable<DraftEdit> edits)
    {
        using var insert = context.Prepare(Insert, "@draft", "@row", "@column", "@step", "@value", "@before");
        foreach (var edit in edits)
            insert.With(draft, edit.Row, edit.Column, step, edit.Value, edit.Before).ExecuteNonQuery();
    }

    /// <summary>The first changes of a step, in the order of the rows.</summary>
    public static List<DraftEdit> ReadEdits(this DashboardDbContext context, Guid draft, int step, int limit)
    {
        using var select = context.Prepare(OfStep, "@draft", "@step", "@limit").With(draft, step, limit);
        using var reader = select.ExecuteReader();
        List<DraftEdit> edits = [];
        while (reader.Read())
            edits.Add(new DraftEdit(
                reader.GetInt32(0), reader.GetInt32(1), reader.IsDBNull(2) ? null : reader.GetString(2),
                reader.IsDBNull(3) ? null : reader.GetString(3)));
        return edits;
    }

    public static RowOverlay ReadOverlay(this DashboardDbContext context, Guid draft)
    {
        var overlay = new RowOverlayBuilder();
        using var select = context.Prepare(Latest, "@draft").With(draft);
        using var reader = select.ExecuteReader();
        while (reader.Read())
            overlay.Add(reader.GetInt32(0), reader.GetInt32(1), reader.IsDBNull(2) ? null : reader.GetString(2));
        return overlay.Build();
    }

    public static void RemoveStep(this DashboardDbContext context, Guid draft, int step) =>
        context.Run("DELETE FROM draft_edit_steps WHERE draft_id = @draft AND step = @step", ("@draft", draft), ("@step", step));

    /// <summary>Another file, or the same one read in another way, has other rows.</summary>
    public static void RemoveSteps(this DashboardDbContext context, Guid draft) =>
        context.Run("DELETE FROM draft_edit_steps WHERE draft_id = @draft", ("@draft", draft));
}
