using Commerce.Agents;
using Commerce.Integration.Servers;
using Commerce.Testing;

namespace Commerce.Integration.PostgreSql;

/// <summary>The behaviour suite on PostgreSQL alone.</summary>
public sealed class RuntimeTests : AgentRuntimeContract
{
    protected override Task<Action<AgentsBuilder>?> CreateStorageAsync() => Storage.CreateAsync();
}

/// <summary>The crash table on PostgreSQL alone.</summary>
public sealed class CrashTests : AgentCrashContract
{
    protected override Task<Action<AgentsBuilder>?> CreateStorageAsync() => Storage.CreateAsync();
}

internal static class Storage
{
    internal static async Task<Action<AgentsBuilder>?> CreateAsync()
    {
        var database = await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();
        return agents => agents.UsePostgreSql(options =>
        {
            options.ConnectionString = database;
            options.Lease = TimeSpan.FromSeconds(3);
        });
    }
}
