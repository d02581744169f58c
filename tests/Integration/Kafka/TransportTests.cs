using System.Diagnostics;
using System.Text;
using Commerce.Agents;
using Commerce.Agents.Kafka;
using Commerce.Agents.Storage;
using Commerce.Integration.PostgreSql;
using Commerce.Integration.Servers;
using Commerce.Testing;
using Confluent.Kafka;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xunit;

namespace Commerce.Integration.Kafka;

/// <summary>What is Kafka's own about the transport, over a store in memory that outlives the processes.</summary>
public sealed class TransportTests : IDisposable
{
    private readonly KafkaMock _kafka = KafkaMock.Start();
    private readonly OutsideWorld _world = new();

    public void Dispose() => _kafka.Dispose();

    [Fact]
    public async Task Messages_for_other_systems_are_cloud_events_in_binary_mode()
    {
        await using var host = await StartAsync();
        var id = Guid.CreateVersion7(host.Clock.GetUtcNow());

        await host.SendAsync(new Add("Zoë's 5%", 5), new PublishOptions { MessageId = id, Tenant = TenantId.From(Guid.Parse("0198c000-0000-7000-8000-000000000001")) });
        await host.SettleAsync();

        var record = Assert.Single(Read("sums", 1));
        var headers = record.Message.Headers.ToLookup(header => header.Key, header => Encoding.UTF8.GetString(header.GetValueBytes()));
        Assert.Equal("Zoë's 5%", record.Message.Key);
        Assert.Equal("""{"key":"Zoë's 5%","value":5,"total":5}""", System.Text.RegularExpressions.Regex.Unescape(Encoding.UTF8.GetString(record.Message.Value)));
        Assert.Equal("1.0", headers["ce_specversion"].Single());
        Assert.Equal("Added", headers["ce_type"].Single());
        Assert.Equal("shop", headers["ce_source"].Single());
        Assert.Equal("Zoë's 5%", headers["ce_subject"].Single());
        Assert.Equal("2026-03-02T09:00:00.0000000Z", headers["ce_time"].Single());
        Assert.Equal("application/json", headers["content-type"].Single());
        Assert.Equal("0198c000-0000-7000-8000-000000000001", headers["ce_tenantid"].Single());
        Assert.Equal(id.ToString(), headers["ce_causationid"].Single());
        Assert.Equal(7, Guid.Parse(headers["ce_id"].Single()).Version);
    }

    [Fact]
    public async Task Messages_of_other_systems_are_taken_over_once_and_what_cannot_be_read_is_set_aside()
    {
        await using var host = await StartAsync();
        using var producer = new ProducerBuilder<string, byte[]>(new ProducerConfig { BootstrapServers = _kafka.BootstrapServers }).Build();

        foreach (var (id, type, body) in new[]
        {
            ("order-1", "Add", """{"key":"a","value":3,"new":true}"""),
            ("order-1", "Add", """{"key":"a","value":3}"""),
            ("order-2", "Add", """{"key":"a","value":"three"}"""),
            ("order-3", "Unheard", "{}"),
            ("order-4", "Add", """{"key":"a","value":4}"""),
        })
        {
            await producer.ProduceAsync("erp.orders", new Message<string, byte[]>
            {
                Key = "a",
                Value = Encoding.UTF8.GetBytes(body),
                Headers =
                [
                    new Header("ce_id", Encoding.UTF8.GetBytes(id)),
                    new Header("ce_source", "erp"u8.ToArray()),
                    new Header("ce_type", Encoding.UTF8.GetBytes(type)),
                    new Header("ce_time", "2026-03-02T08:00:00Z"u8.ToArray()),
                ],
            });
        }

        await Processes.WaitForAsync(async () => (await host.FindStateAsync<Sum>("sum", "a"))?.Total == 7, "the orders of the other system");
        await host.SettleAsync();

        Assert.Equal([3, 4], (await host.StateAsync<Sum>("sum", "a")).Values);
        var aside = Read("erp.orders.commerce-agents.dlq", 2);
        Assert.Equal(["""{"key":"a","value":"three"}""", "{}"], aside.Select(record => Encoding.UTF8.GetString(record.Message.Value)));
        Assert.All(aside, record => Assert.True(record.Message.Headers.TryGetLastBytes("error", out _)));
    }

    [Theory]
    [InlineData(CrashPoint.BeforeSend)]
    [InlineData(CrashPoint.DuringSend)]
    [InlineData(CrashPoint.AfterSend)]
    [InlineData(CrashPoint.AfterOffsets)]
    public async Task Nothing_is_lost_or_done_twice_wherever_the_relay_dies(CrashPoint point)
    {
        await using var host = await StartAsync();
        await host.SendAsync(new Add("a", 1));
        await host.SettleAsync();

        host.CrashNextAt(point);
        for (var value = 2; value <= 20; value++)
        {
            await host.SendAsync(new Add("a", value));
        }

        await host.RestartAfterCrashAsync();
        await host.SendAsync(new Add("a", 21));
        await host.SettleAsync();

        Assert.Equal(Enumerable.Range(1, 21), (await host.StateAsync<Sum>("sum", "a")).Values);
        Assert.Equal(21, (await host.StateAsync<Heard>("listener", "a")).Count);
    }

    [Fact]
    public async Task The_broker_may_go_away_and_come_back()
    {
        await using var host = await StartAsync();
        await host.SendAsync(new Add("a", 1));
        await host.SettleAsync();

        _kafka.Stop();
        for (var value = 2; value <= 10; value++)
        {
            await host.SendAsync(new Add("a", value));
        }

        var health = host.Services.GetRequiredService<HealthCheckService>();
        await Processes.WaitForAsync(
            async () => (await health.CheckHealthAsync(check => check.Tags.Contains("ready"))) is { Status: HealthStatus.Degraded } report
                && report.Entries.Values.Single().Description!.StartsWith("Kafka", StringComparison.Ordinal),
            "the complaint");
        _kafka.StartAgain();
        await Processes.WaitForAsync(async () => (await host.StateAsync<Sum>("sum", "a")).Values.Count == 10, "the messages after the outage");
        await host.SettleAsync();

        Assert.Equal(Enumerable.Range(1, 10), (await host.StateAsync<Sum>("sum", "a")).Values);
    }

    [Fact]
    public async Task Errors_of_the_broker_do_not_change_the_order()
    {
        await using var host = await StartAsync();
        for (var value = 1; value <= 300; value++)
        {
            if (value % 50 == 0)
            {
                _kafka.FailNext(0, ErrorCode.NotLeaderForPartition, ErrorCode.RequestTimedOut, ErrorCode.NotEnoughReplicas);
            }

            await host.SendAsync(new Add("a", value));
        }

        await host.SettleAsync();

        Assert.Equal(Enumerable.Range(1, 300), (await host.StateAsync<Sum>("sum", "a")).Values);
    }

    [Fact]
    public async Task A_message_that_is_too_large_becomes_a_dead_letter_and_others_pass()
    {
        await using var host = await StartAsync(options => options.MaxMessageBytes = 1_000);

        await host.SendAsync(new WriteNote(Guid.CreateVersion7(host.Clock.GetUtcNow()), new string('x', 2_000)));
        await host.SendAsync(new WriteNote(Guid.CreateVersion7(host.Clock.GetUtcNow()), "short"));
        await host.SettleAsync();

        var letter = Assert.Single(await host.Operations.DeadLettersAsync());
        Assert.Equal(("listener", "WriteNote"), (letter.Agent, letter.MessageType));
        Assert.Contains("the brokers take 1000: send less, or raise MaxMessageBytes", letter.Error, StringComparison.Ordinal);
        Assert.Equal(5, (await host.StateAsync<Heard>("listener", "notes")).Count);
    }

    [Fact]
    public async Task A_broker_that_does_not_answer_at_the_start_is_told_in_one_line()
    {
        var started = Stopwatch.GetTimestamp();

        var exception = await Assert.ThrowsAsync<CommerceException>(() => StartAsync(options => options.BootstrapServers = "127.0.0.1:1"));

        Assert.Equal(CommerceErrorKind.Unavailable, exception.Kind);
        Assert.StartsWith("No broker answers at 127.0.0.1:1 (", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith("is BootstrapServers right?", exception.Message, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Topics_are_made_with_settings_that_lose_nothing()
    {
        var topic = KafkaClients.Specification("agents.orders", new KafkaAgentsOptions { Partitions = 6, ReplicationFactor = 3, Retention = TimeSpan.FromDays(2) });

        Assert.Equal(("agents.orders", 6, 3), (topic.Name, topic.NumPartitions, topic.ReplicationFactor));
        Assert.Equal("2", topic.Configs["min.insync.replicas"]);
        Assert.Equal("172800000", topic.Configs["retention.ms"]);
        Assert.Equal("1", KafkaClients.Specification("t", new KafkaAgentsOptions { ReplicationFactor = 1 }).Configs["min.insync.replicas"]);
    }

    private async Task<AgentTestHost> StartAsync(Action<KafkaAgentsOptions>? configure = null)
    {
        MemoryAgentStore? store = null;
        return await AgentTestHost.StartAsync(
            agents => agents
                .AddAgent<SumAgent, Sum>("sum", agent => agent.Handles<Add>(message => message.Key))
                .AddAgent<ListenerAgent, Heard>("listener", agent => agent.Handles<Added>(message => message.Key).Handles<WriteNote>(_ => "notes"))
                .AddEntity<Note>()
                .Publishes<Added>("sums", message => message.Key),
            services => services.AddSingleton(_world),
            storage: agents => agents
                .UseStore(services => store ??= new MemoryAgentStore(services.GetRequiredService<TimeProvider>()))
                .UseKafka(options =>
                {
                    KafkaTests.Configure(options, _kafka, "only");
                    options.Source = "shop";
                    options.Subscriptions.Add("erp.orders");
                    configure?.Invoke(options);
                }));
    }

    private List<ConsumeResult<string, byte[]>> Read(string topic, int count)
    {
        using var consumer = new ConsumerBuilder<string, byte[]>(new ConsumerConfig
        {
            BootstrapServers = _kafka.BootstrapServers, GroupId = $"reader-{topic}", AutoOffsetReset = AutoOffsetReset.Earliest, FetchWaitMaxMs = 20,
        }).Build();
        consumer.Assign(Enumerable.Range(0, 4).Select(partition => new TopicPartitionOffset(topic, partition, Offset.Beginning)));
        var records = new List<ConsumeResult<string, byte[]>>();
        var started = Stopwatch.GetTimestamp();
        while (records.Count < count && Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30))
        {
            if (consumer.Consume(TimeSpan.FromMilliseconds(200)) is { } record)
            {
                records.Add(record);
            }
        }

        return records;
    }
}
