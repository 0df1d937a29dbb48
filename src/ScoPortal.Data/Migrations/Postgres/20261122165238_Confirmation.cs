using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScoPortal.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Confirmation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ConfirmedAt",
                table: "Sessions",
                type: "timestamp with time zone",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ConfirmedAt",
                table: "Sessions");
        }
    }
}
