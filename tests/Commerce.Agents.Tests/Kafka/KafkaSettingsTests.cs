using System.Text;
using Commerce.Agents.Kafka;
using Confluent.Kafka;
using Xunit;

namespace Commerce.Agents.Tests.Kafka;

/// <summary>What would be sent to brokers: the mock cluster of the integration tests cannot create topics.</summary>
public sealed class KafkaSettingsTests
{
    [Fact]
    public void A_topic_is_made_with_partitions_copies_retention_and_size()
    {
        var topic = KafkaClients.Specification("agents.orders", new KafkaAgentsOptions { MaxMessageBytes = 500_000 });

        Assert.Equal(("agents.orders", 12, 3), (topic.Name, topic.NumPartitions, topic.ReplicationFactor));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["min.insync.replicas"] = "2",
                ["retention.ms"] = "604800000",
                ["cleanup.policy"] = "delete",
                ["max.message.bytes"] = "510000",
            },
            topic.Configs);
    }

    [Fact]
    public void One_broker_is_enough_for_development()
    {
        var topic = KafkaClients.Specification("agents.orders", new KafkaAgentsOptions { ReplicationFactor = 1, Partitions = 2, Retention = TimeSpan.FromHours(1) });

        Assert.Equal((2, 1), (topic.NumPartitions, topic.ReplicationFactor));
        Assert.Equal(("1", "3600000"), (topic.Configs["min.insync.replicas"], topic.Configs["retention.ms"]));
    }

    [Fact]
    public void Nothing_is_acknowledged_early_and_nothing_overtakes()
    {
        var consumer = KafkaClients.ConsumerSettings(new KafkaAgentsOptions());
        var producer = KafkaClients.ProducerSettings(new KafkaAgentsOptions());

        Assert.Equal((false, AutoOffsetReset.Error), (consumer.EnableAutoOffsetStore, consumer.AutoOffsetReset));
        Assert.Equal(PartitionAssignmentStrategy.CooperativeSticky, consumer.PartitionAssignmentStrategy);
        Assert.Equal((Acks.All, true, true), (producer.Acks, producer.EnableIdempotence, producer.EnableGaplessGuarantee));
        Assert.Equal((2, true, Partitioner.Murmur2Random), (producer.LingerMs, producer.SocketNagleDisable, producer.Partitioner));
    }

    [Fact]
    public void Every_client_gets_what_the_application_sets_last()
    {
        var options = new KafkaAgentsOptions
        {
            BootstrapServers = "broker:9093",
            ConfigureClient = static client =>
            {
                client.SecurityProtocol = SecurityProtocol.SaslSsl;
                client.SocketNagleDisable = false;
            },
        };

        foreach (var client in new ClientConfig[] { KafkaClients.ConsumerSettings(options), KafkaClients.ProducerSettings(options), KafkaClients.AdminSettings(options) })
        {
            Assert.Equal(("broker:9093", SecurityProtocol.SaslSsl, false), (client.BootstrapServers, client.SecurityProtocol, client.SocketNagleDisable));
        }
    }

    [Fact]
    public void Retention_has_bounds()
    {
        var options = new KafkaAgentsOptions();

        Assert.Throws<ArgumentOutOfRangeException>(() => options.Retention = TimeSpan.FromMinutes(59));
        Assert.Throws<ArgumentOutOfRangeException>(() => options.Retention = TimeSpan.FromDays(91));
    }

    /// <summary>The values are those of Kafka's own tests of its Java client.</summary>
    [Theory]
    [InlineData("21", -973932308)]
    [InlineData("foobar", -790332482)]
    [InlineData("a-little-bit-long-string", -985981536)]
    [InlineData("a-little-bit-longer-string", -1486304829)]
    [InlineData("lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8", -58897971)]
    [InlineData("abc", 479470107)]
    public void A_keys_partition_is_that_of_other_clients(string key, int expected) =>
        Assert.Equal(expected, unchecked((int)StableHash.Murmur2(Encoding.UTF8.GetBytes(key))));
}
