using Commerce.Agents;
using Commerce.Integration.Servers;
using Commerce.Testing;

namespace Commerce.Integration.PostgreSql;

/// <summary>The behaviour suite on PostgreSQL alone.</summary>
public sealed class RuntimeTests : AgentRuntimeContract
{
    protected override async Task<Action<AgentsBuilder>?> CreateStorageAsync()
    {
        var database = await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();
        return agents => agents.UsePostgreSql(options =>
        {
            options.ConnectionString = database;
            options.Lease = TimeSpan.FromMilliseconds(500);
        });
    }
}
