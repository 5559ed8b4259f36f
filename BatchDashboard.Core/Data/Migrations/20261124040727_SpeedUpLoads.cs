using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BatchDashboard.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class SpeedUpLoads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "calls_number_taken",
                table: "calls");

            migrationBuilder.AddColumn<int>(
                name: "estimated_rows",
                table: "batches",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "calls_number_taken",
                table: "calls",
                column: "to_number",
                unique: true,
                filter: "status = 'dialing' OR status = 'ringing' OR status = 'in_progress' OR status = 'uncertain' OR status = 'review'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "calls_number_taken",
                table: "calls");

            migrationBuilder.DropColumn(
                name: "estimated_rows",
                table: "batches");

            migrationBuilder.CreateIndex(
                name: "calls_number_taken",
                table: "calls",
                column: "to_number",
                unique: true,
                filter: "status IN ('dialing', 'ringing', 'in_progress', 'uncertain', 'review')");
        }
    }
}
