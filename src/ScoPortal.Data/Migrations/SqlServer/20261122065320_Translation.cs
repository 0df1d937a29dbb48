using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScoPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Translation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Suggestions_State_Id",
                table: "Suggestions");

            migrationBuilder.AddColumn<int>(
                name: "StaleMust",
                table: "Releases",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "StaleSentences",
                table: "Releases",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "Assignments",
                columns: table => new
                {
                    StoryId = table.Column<int>(type: "int", nullable: false),
                    Language = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    AccountId = table.Column<int>(type: "int", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    By = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assignments", x => new { x.StoryId, x.Language });
                    table.ForeignKey(
                        name: "FK_Assignments_AspNetUsers_AccountId",
                        column: x => x.AccountId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assignments_Stories_StoryId",
                        column: x => x.StoryId,
                        principalTable: "Stories",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "LinkChanges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    StoryId = table.Column<int>(type: "int", nullable: false),
                    Before = table.Column<string>(type: "nvarchar(max)", maxLength: 2000000, nullable: false),
                    SuggestionId = table.Column<int>(type: "int", nullable: true),
                    By = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    AccountId = table.Column<int>(type: "int", nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UndoneBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    UndoneAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LinkChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LinkChanges_AspNetUsers_AccountId",
                        column: x => x.AccountId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MemoryUnits",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    FirstLanguage = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    FirstText = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    SecondLanguage = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    SecondText = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    FirstReleaseId = table.Column<int>(type: "int", nullable: true),
                    SecondReleaseId = table.Column<int>(type: "int", nullable: true),
                    Origin = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    By = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MemoryUnits", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MemoryUnits_Releases_FirstReleaseId",
                        column: x => x.FirstReleaseId,
                        principalTable: "Releases",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_MemoryUnits_Releases_SecondReleaseId",
                        column: x => x.SecondReleaseId,
                        principalTable: "Releases",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "PairProfiles",
                columns: table => new
                {
                    ReleaseId = table.Column<int>(type: "int", nullable: false),
                    Language = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Features = table.Column<byte[]>(type: "varbinary(max)", maxLength: 65536, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PairProfiles", x => x.ReleaseId);
                    table.ForeignKey(
                        name: "FK_PairProfiles_Releases_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "Releases",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "TranslationDrafts",
                columns: table => new
                {
                    ReleaseId = table.Column<int>(type: "int", nullable: false),
                    Language = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    SourceId = table.Column<int>(type: "int", nullable: false),
                    SourceRevision = table.Column<int>(type: "int", nullable: false),
                    TargetRevision = table.Column<int>(type: "int", nullable: false),
                    Total = table.Column<int>(type: "int", nullable: false),
                    Confirmed = table.Column<int>(type: "int", nullable: false),
                    Missing = table.Column<int>(type: "int", nullable: false),
                    Stale = table.Column<int>(type: "int", nullable: false),
                    StaleMust = table.Column<int>(type: "int", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UpdatedBy = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    UpdatedById = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Tails = table.Column<string>(type: "nvarchar(max)", maxLength: 2000000, nullable: false),
                    Units = table.Column<string>(type: "nvarchar(max)", maxLength: 8000000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TranslationDrafts", x => x.ReleaseId);
                    table.ForeignKey(
                        name: "FK_TranslationDrafts_AspNetUsers_UpdatedById",
                        column: x => x.UpdatedById,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TranslationDrafts_Releases_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "Releases",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_TranslationDrafts_Releases_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Releases",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_Kind_State_Id",
                table: "Suggestions",
                columns: new[] { "Kind", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_Kind_State_Score_Id",
                table: "Suggestions",
                columns: new[] { "Kind", "State", "Score", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Releases_StaleSentences_StoryId",
                table: "Releases",
                columns: new[] { "StaleSentences", "StoryId" });

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_AccountId_DueOn_StoryId",
                table: "Assignments",
                columns: new[] { "AccountId", "DueOn", "StoryId" });

            migrationBuilder.CreateIndex(
                name: "IX_LinkChanges_AccountId",
                table: "LinkChanges",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_LinkChanges_StoryId_Id",
                table: "LinkChanges",
                columns: new[] { "StoryId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_LinkChanges_SuggestionId",
                table: "LinkChanges",
                column: "SuggestionId");

            migrationBuilder.CreateIndex(
                name: "IX_MemoryUnits_FirstLanguage_SecondLanguage_Id",
                table: "MemoryUnits",
                columns: new[] { "FirstLanguage", "SecondLanguage", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MemoryUnits_FirstReleaseId_SecondReleaseId",
                table: "MemoryUnits",
                columns: new[] { "FirstReleaseId", "SecondReleaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_MemoryUnits_Origin_Id",
                table: "MemoryUnits",
                columns: new[] { "Origin", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MemoryUnits_SecondReleaseId",
                table: "MemoryUnits",
                column: "SecondReleaseId");

            migrationBuilder.CreateIndex(
                name: "IX_TranslationDrafts_SourceId",
                table: "TranslationDrafts",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_TranslationDrafts_SubmittedAt",
                table: "TranslationDrafts",
                column: "SubmittedAt");

            migrationBuilder.CreateIndex(
                name: "IX_TranslationDrafts_UpdatedById_UpdatedAt",
                table: "TranslationDrafts",
                columns: new[] { "UpdatedById", "UpdatedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Assignments");

            migrationBuilder.DropTable(
                name: "LinkChanges");

            migrationBuilder.DropTable(
                name: "MemoryUnits");

            migrationBuilder.DropTable(
                name: "PairProfiles");

            migrationBuilder.DropTable(
                name: "TranslationDrafts");

            migrationBuilder.DropIndex(
                name: "IX_Suggestions_Kind_State_Id",
                table: "Suggestions");

            migrationBuilder.DropIndex(
                name: "IX_Suggestions_Kind_State_Score_Id",
                table: "Suggestions");

            migrationBuilder.DropIndex(
                name: "IX_Releases_StaleSentences_StoryId",
                table: "Releases");

            migrationBuilder.DropColumn(
                name: "StaleMust",
                table: "Releases");

            migrationBuilder.DropColumn(
                name: "StaleSentences",
                table: "Releases");

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_State_Id",
                table: "Suggestions",
                columns: new[] { "State", "Id" });
        }
    }
}
