using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BatchDashboard.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class BuildImportStudio : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "calls_number_taken",
                table: "calls");

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

            migrationBuilder.AddColumn<int>(
                name: "skip_called_within_days",
                table: "drafts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "stop_on_errors",
                table: "drafts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "estimated_rows",
                table: "batches",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "audit",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "blocked_days",
                columns: table => new
                {
                    day = table.Column<int>(type: "INTEGER", nullable: false),
                    calls = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_blocked_days", x => x.day);
                });

            migrationBuilder.CreateTable(
                name: "do_not_call",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: true),
                    added_by = table.Column<string>(type: "TEXT", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_do_not_call", x => x.number);
                });

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
                name: "draft_profiles",
                columns: table => new
                {
                    draft_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    read_from = table.Column<string>(type: "TEXT", nullable: false),
                    profile = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_draft_profiles", x => x.draft_id);
                });

            migrationBuilder.CreateTable(
                name: "last_dials",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false),
                    dialled_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_last_dials", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "saved_mappings",
                columns: table => new
                {
                    header_key = table.Column<string>(type: "TEXT", nullable: false),
                    headers = table.Column<string>(type: "TEXT", nullable: false),
                    columns = table.Column<string>(type: "TEXT", nullable: false),
                    batch = table.Column<Guid>(type: "TEXT", nullable: false),
                    batch_name = table.Column<string>(type: "TEXT", nullable: false),
                    saved_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_saved_mappings", x => x.header_key);
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
                name: "calls_number_taken",
                table: "calls",
                column: "to_number",
                unique: true,
                filter: "status = 'dialing' OR status = 'ringing' OR status = 'in_progress' OR status = 'uncertain' OR status = 'review'");

            migrationBuilder.CreateIndex(
                name: "audit_subject",
                table: "audit",
                column: "subject");

            migrationBuilder.CreateIndex(
                name: "do_not_call_newest",
                table: "do_not_call",
                column: "added_at");

            migrationBuilder.CreateIndex(
                name: "IX_draft_edits_draft_id_step",
                table: "draft_edits",
                columns: new[] { "draft_id", "step" });

            migrationBuilder.CreateIndex(
                name: "IX_saved_mappings_saved_at",
                table: "saved_mappings",
                column: "saved_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit");

            migrationBuilder.DropTable(
                name: "blocked_days");

            migrationBuilder.DropTable(
                name: "do_not_call");

            migrationBuilder.DropTable(
                name: "draft_edits");

            migrationBuilder.DropTable(
                name: "draft_profiles");

            migrationBuilder.DropTable(
                name: "last_dials");

            migrationBuilder.DropTable(
                name: "saved_mappings");

            migrationBuilder.DropTable(
                name: "draft_edit_steps");

            migrationBuilder.DropIndex(
                name: "calls_number_taken",
                table: "calls");

            migrationBuilder.DropColumn(
                name: "edits",
                table: "drafts");

            migrationBuilder.DropColumn(
                name: "report_basis",
                table: "drafts");

            migrationBuilder.DropColumn(
                name: "skip_called_within_days",
                table: "drafts");

            migrationBuilder.DropColumn(
                name: "stop_on_errors",
                table: "drafts");

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
