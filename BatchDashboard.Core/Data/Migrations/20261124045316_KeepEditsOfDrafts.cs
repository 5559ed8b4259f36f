using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BatchDashboard.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class KeepEditsOfDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "edits",
                table: "drafts",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "report_basis",
                table: "drafts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "stop_on_errors",
                table: "drafts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "draft_edit_steps",
                columns: table => new
                {
                    draft_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    step = table.Column<int>(type: "INTEGER", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    rows = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_draft_edit_steps", x => new { x.draft_id, x.step });
                    table.ForeignKey(
                        name: "FK_draft_edit_steps_drafts_draft_id",
                        column: x => x.draft_id,
                        principalTable: "drafts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "draft_edits",
                columns: table => new
                {
                    draft_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    row_number = table.Column<int>(type: "INTEGER", nullable: false),
                    column = table.Column<int>(type: "INTEGER", nullable: false),
                    step = table.Column<int>(type: "INTEGER", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true),
                    before = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_draft_edits", x => new { x.draft_id, x.row_number, x.column, x.step });
                    table.ForeignKey(
                        name: "FK_draft_edits_draft_edit_steps_draft_id_step",
                        columns: x => new { x.draft_id, x.step },
                        principalTable: "draft_edit_steps",
                        principalColumns: new[] { "draft_id", "step" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_draft_edits_draft_id_step",
                table: "draft_edits",
                columns: new[] { "draft_id", "step" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "draft_edits");

            migrationBuilder.DropTable(
                name: "draft_edit_steps");

            migrationBuilder.DropColumn(
                name: "edits",
                table: "drafts");

            migrationBuilder.DropColumn(
                name: "report_basis",
                table: "drafts");

            migrationBuilder.DropColumn(
                name: "stop_on_errors",
                table: "drafts");
        }
    }
}
