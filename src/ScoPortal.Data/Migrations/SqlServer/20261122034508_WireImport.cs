using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScoPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class WireImport : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "Source",
                table: "Originals",
                type: "varbinary(max)",
                maxLength: 67108864,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SourceType",
                table: "Originals",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "SketchBands",
                columns: table => new
                {
                    Hash = table.Column<long>(type: "bigint", nullable: false),
                    ReleaseId = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SketchBands", x => new { x.Hash, x.ReleaseId });
                    table.ForeignKey(
                        name: "FK_SketchBands_Releases_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "Releases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Suggestions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    ReleaseId = table.Column<int>(type: "int", nullable: false),
                    OtherId = table.Column<int>(type: "int", nullable: false),
                    Score = table.Column<double>(type: "float", nullable: false),
                    Evidence = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    FoundAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    DecidedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    DecidedById = table.Column<int>(type: "int", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Suggestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Suggestions_AspNetUsers_DecidedById",
                        column: x => x.DecidedById,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Suggestions_Releases_OtherId",
                        column: x => x.OtherId,
                        principalTable: "Releases",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Suggestions_Releases_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "Releases",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_SketchBands_ReleaseId",
                table: "SketchBands",
                column: "ReleaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_DecidedById",
                table: "Suggestions",
                column: "DecidedById");

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_Kind_ReleaseId_OtherId",
                table: "Suggestions",
                columns: new[] { "Kind", "ReleaseId", "OtherId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_OtherId",
                table: "Suggestions",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_ReleaseId",
                table: "Suggestions",
                column: "ReleaseId");

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_State_Id",
                table: "Suggestions",
                columns: new[] { "State", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SketchBands");

            migrationBuilder.DropTable(
                name: "Suggestions");

            migrationBuilder.DropColumn(
                name: "Source",
                table: "Originals");

            migrationBuilder.DropColumn(
                name: "SourceType",
                table: "Originals");
        }
    }
}
