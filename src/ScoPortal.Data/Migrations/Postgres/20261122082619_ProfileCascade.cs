using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScoPortal.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ProfileCascade : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_PairProfiles_Releases_ReleaseId",
                table: "PairProfiles");

            migrationBuilder.AddForeignKey(
                name: "FK_PairProfiles_Releases_ReleaseId",
                table: "PairProfiles",
                column: "ReleaseId",
                principalTable: "Releases",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_PairProfiles_Releases_ReleaseId",
                table: "PairProfiles");

            migrationBuilder.AddForeignKey(
                name: "FK_PairProfiles_Releases_ReleaseId",
                table: "PairProfiles",
                column: "ReleaseId",
                principalTable: "Releases",
                principalColumn: "Id");
        }
    }
}
