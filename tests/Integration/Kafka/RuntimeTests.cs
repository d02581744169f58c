using Commerce.Agents;
using Commerce.Integration.Servers;
using Commerce.Testing;
using Confluent.Kafka;
using Xunit;

namespace Commerce.Integration.Kafka;

/// <summary>The behaviour suite on PostgreSQL with Kafka.</summary>
public sealed class RuntimeTests : AgentRuntimeContract, IDisposable
{
    private readonly KafkaMock _kafka = KafkaMock.Start();

    public void Dispose() => _kafka.Dispose();

    protected override async Task<Action<AgentsBuilder>?> CreateStorageAsync()
    {
        var database = await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();
        return agents => agents
            .UsePostgreSql(options =>
            {
                options.ConnectionString = database;
                options.Lease = TimeSpan.FromMilliseconds(500);
            })
            .UseKafka(options => KafkaTests.Configure(options, _kafka));
    }
}
