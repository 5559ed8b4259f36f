using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BatchDashboard.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class FindCallsQuickly : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "numbers_indexed",
                table: "batches",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "calls_at_rest",
                table: "calls",
                column: "status",
                filter: "deadline IS NULL AND status <> 'skipped' AND (status <> 'queued' OR not_before IS NOT NULL)");

            migrationBuilder.CreateIndex(
                name: "IX_batches_numbers_indexed",
                table: "batches",
                column: "numbers_indexed");

            // EF knows no table without a row id: the numbers of one batch together, in their order.
            migrationBuilder.Sql(
                """
                CREATE TABLE call_numbers (
                    batch INTEGER NOT NULL, number INTEGER NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (batch, number, row)
                ) WITHOUT ROWID
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE call_numbers");

            migrationBuilder.DropIndex(
                name: "calls_at_rest",
                table: "calls");

            migrationBuilder.DropIndex(
                name: "IX_batches_numbers_indexed",
                table: "batches");

            migrationBuilder.DropColumn(
                name: "numbers_indexed",
                table: "batches");
        }
    }
}
