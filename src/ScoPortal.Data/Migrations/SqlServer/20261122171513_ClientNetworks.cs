using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ScoPortal.Data.Migrations.SqlServer
{
    /// <summary>Whole network addresses become networks, those of IPv6 go; new ones come as networks.</summary>
    public partial class ClientNetworks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var table in new[] { "Audit", "Sessions" })
            {
                migrationBuilder.Sql($"UPDATE [{table}] SET [Address] = LEFT(REPLACE([Address], '::ffff:', ''), LEN(REPLACE([Address], '::ffff:', '')) - CHARINDEX('.', REVERSE(REPLACE([Address], '::ffff:', ''))) + 1) + '0/24' WHERE [Address] LIKE '%.%' AND [Address] NOT LIKE '%/%';");
                migrationBuilder.Sql($"UPDATE [{table}] SET [Address] = NULL WHERE [Address] LIKE '%:%' AND [Address] NOT LIKE '%/%';");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // What is gone stays gone.
        }
    }
}
