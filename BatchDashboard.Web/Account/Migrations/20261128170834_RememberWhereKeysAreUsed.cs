using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BatchDashboard.Web.Account.Migrations
{
    /// <inheritdoc />
    public partial class RememberWhereKeysAreUsed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "LastUsedFrom",
                table: "api_keys",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "LastUsedFrom",
                table: "api_keys");
        }
    }
}
