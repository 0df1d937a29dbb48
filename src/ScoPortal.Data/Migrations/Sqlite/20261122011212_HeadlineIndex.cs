using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScoPortal.Data.Migrations.Sqlite
{
    /// <summary>
    /// The desk's list by headline. Written by hand: Entity Framework's model has no indexes on members of complex
    /// properties, so this one stands in the migrations alone.
    /// </summary>
    public partial class HeadlineIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) =>
            migrationBuilder.CreateIndex("IX_Releases_Headline_Id", "Releases", ["Headline", "Id"]);

        /// <inheritdoc />
        /// <remarks>A later migration that is taken back may have rebuilt the table, with the model's indexes alone.</remarks>
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DROP INDEX IF EXISTS \"IX_Releases_Headline_Id\";");
    }
}
