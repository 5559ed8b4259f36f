using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BatchDashboard.Web.Account.Migrations
{
    /// <inheritdoc />
    public partial class RememberProgramsOfKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ProgramId",
                table: "api_keys",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<long>(
                name: "ReplacedAt",
                table: "api_keys",
                type: "INTEGER",
                nullable: true);

            // Until now each key was a program of its own.
            migrationBuilder.Sql("UPDATE api_keys SET ProgramId = Id;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ProgramId",
                table: "api_keys");

            migrationBuilder.DropColumn(
                name: "ReplacedAt",
                table: "api_keys");
        }
    }
}
