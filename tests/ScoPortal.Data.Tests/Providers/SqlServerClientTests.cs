using System.Data;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.SqlServer.Server;
using ScoPortal.Data.Providers;
using Xunit;

namespace ScoPortal.Data.Tests.Providers;

/// <summary>The client of SQL Server works with the types assembly that stands in for Microsoft.SqlServer.Server.</summary>
public class SqlServerClientTests
{
    [Fact]
    public async Task A_query_with_a_parameter_fails_for_want_of_a_server_alone()
    {
        var server = $"Server=127.0.0.1,{ClosedPort()};Connect Timeout=2;ConnectRetryCount=0;Encrypt=False;User Id=nobody;Password=none";
        await using var db = new SqlServerPortalDb(new DbContextOptionsBuilder<SqlServerPortalDb>().UseSqlServer(server).Options);
        var key = "scoda";

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => db.Zones.Where(z => z.Key == key).ToListAsync());

        Assert.IsType<SqlException>(failure is InvalidOperationException ? failure.InnerException : failure);
    }

    [Fact]
    public void A_parameter_finds_its_type_by_its_value()
    {
        using var command = new SqlCommand("SELECT @key, @point");
        command.Parameters.Add(new SqlParameter("@key", "scoda"));
        var point = command.Parameters.Add(new SqlParameter("@point", SqlDbType.Udt) { UdtTypeName = "point" });

        Assert.Equal(SqlDbType.NVarChar, command.Parameters["@key"].SqlDbType);
        Assert.Equal(SqlDbType.Udt, point.SqlDbType);
    }

    // To see whether a value is a user-defined type, the client asks it for an attribute out of the types assembly.
    [Fact]
    public void A_value_is_a_user_defined_type_when_it_is_marked_as_one()
    {
        var marked = new SqlParameter("@what", new Marked());
        var unmarked = new SqlParameter("@what", new Unmarked());

        Assert.Equal(SqlDbType.Udt, marked.SqlDbType);
        Assert.Contains(nameof(Unmarked), Assert.Throws<ArgumentException>(() => unmarked.SqlDbType).Message, StringComparison.Ordinal);
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [SqlUserDefinedType(Format.Native)]
    private struct Marked;

    private struct Unmarked;
}
