using Commerce.Agents;

namespace Commerce.Samples.Platform;

/// <summary>Puts the agents on the servers of the configuration: <c>PostgreSql</c> is a connection string, <c>Kafka</c> a list of brokers. Without them all is in memory.</summary>
internal static class PlatformServers
{
    internal static AgentsBuilder UseServers(this AgentsBuilder agents, IConfiguration configuration)
    {
        if (configuration["PostgreSql"] is { } connection)
        {
            agents.UsePostgreSql(postgreSql => postgreSql.ConnectionString = connection);
            if (configuration["Kafka"] is { } brokers)
            {
                agents.UseKafka(kafka => (kafka.BootstrapServers, kafka.ReplicationFactor) = (brokers, configuration.GetValue<short>("KafkaReplicas", 3)));
            }
        }

        return agents;
    }
}
