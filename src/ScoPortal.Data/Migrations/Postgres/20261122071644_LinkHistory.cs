using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScoPortal.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class LinkHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "OtherStoryId",
                table: "LinkChanges",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "ReturnedAs",
                table: "LinkChanges",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_LinkChanges_OtherStoryId_Id",
                table: "LinkChanges",
                columns: new[] { "OtherStoryId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_LinkChanges_OtherStoryId_Id",
                table: "LinkChanges");

            migrationBuilder.DropColumn(
                name: "OtherStoryId",
                table: "LinkChanges");

            migrationBuilder.DropColumn(
                name: "ReturnedAs",
                table: "LinkChanges");
        }
    }
}
