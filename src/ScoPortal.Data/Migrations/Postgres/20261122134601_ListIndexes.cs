using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScoPortal.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ListIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_StoryZone_ZoneId",
                table: "StoryZone");

            migrationBuilder.DropIndex(
                name: "IX_Releases_AuthorId_UpdatedAt_Id",
                table: "Releases");

            migrationBuilder.DropIndex(
                name: "IX_Releases_StaleSentences_StoryId",
                table: "Releases");

            migrationBuilder.CreateIndex(
                name: "IX_StoryZone_ZoneId_StoryId",
                table: "StoryZone",
                columns: new[] { "ZoneId", "StoryId" });

            migrationBuilder.CreateIndex(
                name: "IX_Releases_AuthorId_UpdatedAt_Id_State",
                table: "Releases",
                columns: new[] { "AuthorId", "UpdatedAt", "Id", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Releases_CreatedAt_StoryId",
                table: "Releases",
                columns: new[] { "CreatedAt", "StoryId" });

            migrationBuilder.CreateIndex(
                name: "IX_Releases_Stale",
                table: "Releases",
                columns: new[] { "StoryId", "State", "Language", "StaleSentences" },
                filter: "\"StaleSentences\" > 0");

            // Headline is a part of a complex property, which the model has no index for.
            migrationBuilder.CreateIndex("IX_Releases_Language_Headline_Id", "Releases", ["Language", "Headline", "Id"]);

            migrationBuilder.CreateIndex("IX_Releases_State_Headline_Id", "Releases", ["State", "Headline", "Id"]);

            migrationBuilder.CreateIndex(
                name: "IX_Releases_StaleByChange",
                table: "Releases",
                columns: new[] { "UpdatedAt", "Id" },
                filter: "\"StaleSentences\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Releases_State_StoryId_Language",
                table: "Releases",
                columns: new[] { "State", "StoryId", "Language" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex("IX_Releases_Language_Headline_Id", "Releases");

            migrationBuilder.DropIndex("IX_Releases_State_Headline_Id", "Releases");

            migrationBuilder.DropIndex(
                name: "IX_Releases_StaleByChange",
                table: "Releases");

            migrationBuilder.DropIndex(
                name: "IX_StoryZone_ZoneId_StoryId",
                table: "StoryZone");

            migrationBuilder.DropIndex(
                name: "IX_Releases_AuthorId_UpdatedAt_Id_State",
                table: "Releases");

            migrationBuilder.DropIndex(
                name: "IX_Releases_CreatedAt_StoryId",
                table: "Releases");

            migrationBuilder.DropIndex(
                name: "IX_Releases_Stale",
                table: "Releases");

            migrationBuilder.DropIndex(
                name: "IX_Releases_State_StoryId_Language",
                table: "Releases");

            migrationBuilder.CreateIndex(
                name: "IX_StoryZone_ZoneId",
                table: "StoryZone",
                column: "ZoneId");

            migrationBuilder.CreateIndex(
                name: "IX_Releases_AuthorId_UpdatedAt_Id",
                table: "Releases",
                columns: new[] { "AuthorId", "UpdatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Releases_StaleSentences_StoryId",
                table: "Releases",
                columns: new[] { "StaleSentences", "StoryId" });
        }
    }
}
