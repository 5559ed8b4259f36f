using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BatchDashboard.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class RememberCountriesAndFormerDials : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "default_country",
                table: "saved_mappings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "dialled_before",
                table: "last_dials",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "default_country",
                table: "saved_mappings");

            migrationBuilder.DropColumn(
                name: "dialled_before",
                table: "last_dials");
        }
    }
}
