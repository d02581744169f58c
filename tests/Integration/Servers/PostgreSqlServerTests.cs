using Npgsql;
using Xunit;

namespace Commerce.Integration.Servers;

public sealed class PostgreSqlServerTests
{
    [Fact]
    public async Task Keeps_what_was_committed_when_it_is_stopped_like_a_crash()
    {
        await using var server = await PostgreSqlServer.StartAsync();
        var database = await server.CreateDatabaseAsync();
        await RunAsync(database, "create table kept (value int); insert into kept values (42)");
        var first = server.ProcessId;

        await server.StopAsync(immediate: true);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => RunAsync(database, "select value from kept"));
        await server.StartAgainAsync();

        Assert.Equal(42, await RunAsync(database, "select value from kept"));
        Assert.NotEqual(first, server.ProcessId);
    }

    private static async Task<object?> RunAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
