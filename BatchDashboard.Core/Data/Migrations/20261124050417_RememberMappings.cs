using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BatchDashboard.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class RememberMappings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "IX_saved_mappings_saved_at",
                table: "saved_mappings",
                column: "saved_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "draft_profiles");

            migrationBuilder.DropTable(
                name: "saved_mappings");
        }
    }
}
