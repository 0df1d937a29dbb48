using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScoPortal.Data.Migrations.Sqlite
{
    /// <summary>Whole network addresses become networks, those of IPv6 go; new ones come as networks.</summary>
    public partial class ClientNetworks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var table in new[] { "Audit", "Sessions" })
            {
                migrationBuilder.Sql($"UPDATE \"{table}\" SET \"Address\" = rtrim(replace(\"Address\", '::ffff:', ''), '0123456789') || '0/24' WHERE \"Address\" LIKE '%.%' AND \"Address\" NOT LIKE '%/%';");
                migrationBuilder.Sql($"UPDATE \"{table}\" SET \"Address\" = NULL WHERE \"Address\" LIKE '%:%' AND \"Address\" NOT LIKE '%/%';");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // What is gone stays gone.
        }
    }
}
