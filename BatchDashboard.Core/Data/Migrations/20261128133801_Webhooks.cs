using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BatchDashboard.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class Webhooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "webhook_messages",
                columns: table => new
                {
                    number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    batch_number = table.Column<int>(type: "INTEGER", nullable: false),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    call_key = table.Column<long>(type: "INTEGER", nullable: true),
                    @event = table.Column<string>(name: "event", type: "TEXT", nullable: false),
                    url = table.Column<string>(type: "TEXT", nullable: false),
                    host = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    next_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_webhook_messages", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "webhook_tries",
                columns: table => new
                {
                    message_number = table.Column<long>(type: "INTEGER", nullable: false),
                    @try = table.Column<int>(name: "try", type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    milliseconds = table.Column<int>(type: "INTEGER", nullable: false),
                    status_code = table.Column<int>(type: "INTEGER", nullable: true),
                    error = table.Column<string>(type: "TEXT", nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_webhook_tries", x => new { x.message_number, x.@try });
                });

            migrationBuilder.CreateIndex(
                name: "IX_webhook_messages_batch_number",
                table: "webhook_messages",
                column: "batch_number");

            migrationBuilder.CreateIndex(
                name: "IX_webhook_messages_state",
                table: "webhook_messages",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "webhooks_by_host",
                table: "webhook_messages",
                columns: new[] { "kind", "host", "next_at" },
                filter: "state = 'pending'");

            migrationBuilder.CreateIndex(
                name: "webhooks_gone",
                table: "webhook_messages",
                columns: new[] { "batch_number", "url" },
                filter: "state = 'gone'");

            migrationBuilder.CreateIndex(
                name: "webhooks_in_order",
                table: "webhook_messages",
                columns: new[] { "kind", "batch_number", "number" },
                filter: "state = 'pending'");

            migrationBuilder.CreateIndex(
                name: "webhooks_phases",
                table: "webhook_messages",
                columns: new[] { "batch_number", "event" },
                filter: "kind = 'status'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "webhook_messages");

            migrationBuilder.DropTable(
                name: "webhook_tries");
        }
    }
}
