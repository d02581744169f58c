using System.Text;
using Commerce.Agents;
using Commerce.Integration.Servers;
using Confluent.Kafka;
using Xunit;

namespace Commerce.Integration.Kafka;

/// <summary>The owner of a shard sends what is there, also for agents that only other processes run.</summary>
public sealed class SharedOutboxTests
{
    [Fact]
    public async Task A_message_for_another_process_s_agent_goes_to_that_agents_topic_as_it_is()
    {
        using var kafka = KafkaMock.Start();
        await using var processes = await PostgreSql.Processes.CreateAsync();
        await processes.StartAsync(all =>
        {
            PostgreSql.Processes.Sums(all);
            all.UseKafka(options => KafkaTests.Configure(options, kafka));
        });
        await processes.ExecuteAsync($$"""
            insert into agents.agent_consumer (name) values ('newcomer');
            insert into agents.agent_outbox (shard, consumer, key, message_id, type, headers, body)
            select {{Agents.Storage.Shards.Of("newcomer", "a")}}, id, 'a', '0198c000-0000-7000-8000-000000000001', 'Novelty', '{"at":"2026-03-02T09:00:00Z"}', '\x7b7d'
            from agents.agent_consumer where name = 'newcomer'
            """);

        using var consumer = new ConsumerBuilder<string, byte[]>(
            new ConsumerConfig { BootstrapServers = kafka.BootstrapServers, GroupId = "reader", EnableAutoCommit = false, FetchWaitMaxMs = 20 }).Build();
        consumer.Assign(Enumerable.Range(0, 4).Select(partition => new TopicPartitionOffset("agents.newcomer", partition, Offset.Beginning)));
        var record = consumer.Consume(TimeSpan.FromSeconds(30));

        Assert.Equal(("a", "{}"), (record.Message.Key, Encoding.UTF8.GetString(record.Message.Value)));
        Assert.Equal("Novelty", Encoding.UTF8.GetString(record.Message.Headers.GetLastBytes("ce_type")));
        await PostgreSql.Processes.WaitForAsync(
            async () => await processes.ScalarAsync<long>("select count(*) from agents.agent_outbox") == 0, "an empty outbox");
    }
}
