using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BatchDashboard.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class StateDispatch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "blackout_dates",
                table: "drafts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "calling_hours",
                table: "drafts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "fallback_zone",
                table: "drafts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "priority",
                table: "drafts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ramp_up_minutes",
                table: "drafts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "released",
                table: "call_attempts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "priority",
                table: "batches",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ramp_up_seconds",
                table: "batches",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "recent_ends",
                table: "batches",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "released",
                table: "batches",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "starts_at",
                table: "batches",
                type: "INTEGER",
                nullable: true);

            // Batches that wait for their start time must go on waiting.
            migrationBuilder.Sql(
                """
                UPDATE batches SET starts_at = unixepoch(json_extract(plan, '$.startTime')) * 10000000 + 621355968000000000
                WHERE json_extract(plan, '$.startTime') IS NOT NULL
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "blackout_dates",
                table: "drafts");

            migrationBuilder.DropColumn(
                name: "calling_hours",
                table: "drafts");

            migrationBuilder.DropColumn(
                name: "fallback_zone",
                table: "drafts");

            migrationBuilder.DropColumn(
                name: "priority",
                table: "drafts");

            migrationBuilder.DropColumn(
                name: "ramp_up_minutes",
                table: "drafts");

            migrationBuilder.DropColumn(
                name: "released",
                table: "call_attempts");

            migrationBuilder.DropColumn(
                name: "priority",
                table: "batches");

            migrationBuilder.DropColumn(
                name: "ramp_up_seconds",
                table: "batches");

            migrationBuilder.DropColumn(
                name: "recent_ends",
                table: "batches");

            migrationBuilder.DropColumn(
                name: "released",
                table: "batches");

            migrationBuilder.DropColumn(
                name: "starts_at",
                table: "batches");
        }
    }
}
