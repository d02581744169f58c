using System.Diagnostics;
using System.Text;
using Commerce.Agents;
using Commerce.Testing;
using Confluent.Kafka;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Integration.Kafka;

/// <summary>What other systems write and read.</summary>
public sealed class OtherSystemsTests
{
    [Fact]
    public async Task A_public_topic_carries_cloud_events_byte_for_byte()
    {
        using var spans = new Spans();
        await using var processes = new KafkaProcesses();
        var host = await processes.StartAsync(agents => agents
            .AddAgent<SumAgent, Sum>("sum", agent => agent.Handles<Add>(message => message.Key))
            .Publishes<Added>("shop.sums", message => message.Key));
        var id = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");
        var tenant = Guid.Parse("018f0000-0000-7000-8000-000000000001");
        var caller = new Activity("caller").SetIdFormat(ActivityIdFormat.W3C).Start();
        await host.Services.GetRequiredService<IMessagePublisher>().PublishAsync(
            new Add("clé 50%", 7), new PublishOptions { MessageId = id, Tenant = TenantId.From(tenant) });
        caller.Stop();

        var record = Assert.Single(processes.Read("shop.sums", 1));
        var headers = record.Message.Headers.ToDictionary(header => header.Key, header => Encoding.UTF8.GetString(header.GetValueBytes()));

        Assert.Equal("""{"key":"cl\u00E9 50%","value":7,"total":7}""", Encoding.UTF8.GetString(record.Message.Value!));
        Assert.Equal("clé 50%"u8.ToArray(), record.Message.Key);
        Assert.Equal("1.0", headers["ce_specversion"]);
        Assert.Equal("Added", headers["ce_type"]);
        Assert.Equal("commerce-agents", headers["ce_source"]);
        Assert.Equal("application/json", headers["content-type"]);
        Assert.Equal("clé 50%", headers["ce_subject"]);
        Assert.Equal("clé 50%", headers["ce_partitionkey"]);
        Assert.Equal(7, Guid.Parse(headers["ce_id"]).Version);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$", headers["ce_time"]);
        Assert.Equal(id.ToString(), headers["ce_correlationid"]);
        Assert.Equal(id.ToString(), headers["ce_causationid"]);
        Assert.Equal(tenant.ToString(), headers["ce_tenantid"]);
        Assert.Contains(caller.TraceId.ToHexString(), headers["ce_traceparent"], StringComparison.Ordinal);
        Assert.All(headers.Keys, name => Assert.Matches("^(ce_[a-z0-9]+|content-type|traceparent)$", name));

        // The plain header continues the span of the sending, which knows where the record lies.
        var span = Assert.Single(spans.Ended, span => span.OperationName == "send shop.sums");
        Assert.Equal(span.Id, headers["traceparent"]);
        Assert.Equal(ActivityKind.Producer, span.Kind);
        Assert.Equal("kafka", span.GetTagItem("messaging.system"));
        Assert.Equal("shop.sums", span.GetTagItem("messaging.destination.name"));
        Assert.Equal(record.Partition.Value, span.GetTagItem("messaging.destination.partition.id"));
        Assert.Equal(record.Offset.Value, span.GetTagItem("messaging.kafka.offset"));
        Assert.Equal(caller.TraceId, span.TraceId);
    }

    [Fact]
    public async Task Messages_of_other_systems_are_handled_once_and_what_was_written_before_the_start_as_well()
    {
        await using var processes = new KafkaProcesses();
        await WriteAddAsync(processes, "shop.orders", "a", 1, "order-1");
        await WriteAddAsync(processes, "shop.orders", "a", 1, "order-1");
        await processes.StartAsync(options: options => options.Subscriptions.Add("shop.orders"));
        for (var value = 2; value <= 20; value++)
        {
            await WriteAddAsync(processes, "shop.orders", "a", value, $"order-{value}");
        }

        await processes.WriteAsync(
            "shop.orders",
            "a",
            """{"specversion":"1.0","id":"order-21","source":"/shop","type":"Add","time":"2026-11-28T10:00:00Z","data":{"key":"a","value":21}}""",
            ("content-type", "application/cloudevents+json; charset=UTF-8"));

        await KafkaProcesses.WaitForAsync(async () => (await processes.FindAsync<Sum>("sum", "a"))?.Values.Count == 21, "twenty-one messages");
        Assert.Equal(Enumerable.Range(1, 21), (await processes.FindAsync<Sum>("sum", "a"))!.Values);
        await KafkaProcesses.WaitForAsync(() => Task.FromResult(processes.Committed("shop.orders") == 22), "their offsets");
    }

    [Fact]
    public async Task What_cannot_be_taken_over_goes_aside_as_it_came_and_the_rest_passes()
    {
        await using var processes = new KafkaProcesses();
        await processes.StartAsync(options: options => options.Subscriptions.Add("shop.orders"));
        await processes.WriteAsync("shop.orders", "a", "\u0001 secret", ("ce_type", "Add"), ("ce_id", "1"), ("ce_source", "/shop"));
        await processes.WriteAsync("shop.orders", "a", "{}", ("ce_type", "Unheard"), ("other", "kept"));
        await processes.WriteAsync("shop.orders", null, "{}");
        await processes.WriteAsync("shop.orders", "a", """{"key":"","value":1}""", ("ce_type", "Add"), ("ce_id", "2"));
        await WriteAddAsync(processes, "shop.orders", "a", 5, "3");

        var aside = processes.Read("shop.orders.commerce-agents.dlq", 4);
        await KafkaProcesses.WaitForAsync(async () => (await processes.FindAsync<Sum>("sum", "a"))?.Total == 5, "the message that is fine");

        var broken = Assert.Single(aside, record => Header(record, "ce_id") == "1");
        Assert.Equal("\u0001 secret"u8.ToArray(), broken.Message.Value);
        Assert.Equal("a"u8.ToArray(), broken.Message.Key);
        Assert.StartsWith("The bytes are no Add", Header(broken, "error"), StringComparison.Ordinal);
        Assert.Equal("shop.orders", Header(broken, "error_topic"));
        var unheard = Assert.Single(aside, record => Header(record, "ce_type") == "Unheard");
        Assert.Equal("kept", Header(unheard, "other"));
        Assert.Contains("No agent here handles", Header(unheard, "error"), StringComparison.Ordinal);
        Assert.Contains("has no key for sum", Header(Assert.Single(aside, record => Header(record, "ce_id") == "2"), "error"), StringComparison.Ordinal);
        Assert.Equal(4, processes.Log.Lines.Count(line => line.StartsWith("1204 ", StringComparison.Ordinal)));
        Assert.DoesNotContain("secret", processes.Log.Text, StringComparison.Ordinal);
        await KafkaProcesses.WaitForAsync(() => Task.FromResult(processes.Committed("shop.orders") == 5), "the offsets of all");
    }

    [Fact]
    public async Task Other_systems_may_write_to_an_agents_own_topic()
    {
        await using var processes = new KafkaProcesses();
        var host = await processes.StartAsync();
        var operations = host.Services.GetRequiredService<IAgentOperations>();
        await processes.WriteAsync("agents.sum", "a", "\u0001 secret", ("ce_type", "Add"), ("ce_id", "x"), ("ce_source", "/shop"));
        await processes.WriteAsync("agents.sum", "a", "{}", ("ce_type", "Unheard"));
        await processes.WriteAsync("agents.sum", "a", "");
        await WriteAddAsync(processes, "agents.sum", "a", 5, "order-1");
        await WriteAddAsync(processes, "agents.sum", "a", 5, "order-1");
        await WriteAddAsync(processes, "agents.sum", "a", 6, "order-2");

        await KafkaProcesses.WaitForAsync(async () => (await processes.FindAsync<Sum>("sum", "a"))?.Values.Count == 2, "the two messages");
        Assert.Equal([5, 6], (await processes.FindAsync<Sum>("sum", "a"))!.Values);
        var letters = await operations.DeadLettersAsync();
        Assert.Equal(3, letters.Count);
        Assert.All(letters, letter => Assert.Equal(("sum", "a"), (letter.Agent, letter.Key)));
        Assert.Contains(letters, letter => letter.Error.StartsWith("The bytes are no Add", StringComparison.Ordinal));
        Assert.DoesNotContain("secret", processes.Log.Text, StringComparison.Ordinal);
        Assert.Equal(1, operations.Agents().Single(agent => agent.Name == "sum").Duplicates);
        await operations.DrainAsync();
    }

    [Fact]
    public async Task A_topic_that_is_written_and_read_does_not_echo()
    {
        await using var processes = new KafkaProcesses();
        var host = await processes.StartAsync(
            agents =>
            {
                PostgreSql.Processes.Sums(agents);
                agents.Publishes<Added>("shop.sums", message => message.Key);
            },
            options => options.Subscriptions.Add("shop.sums"));

        await host.Services.GetRequiredService<IMessagePublisher>().PublishAsync(new Add("a", 1));
        await host.Services.GetRequiredService<IAgentOperations>().DrainAsync();

        Assert.Equal(1, (await processes.FindAsync<Heard>("listener", "a"))!.Count);
        Assert.Single(processes.Read("shop.sums", 1));
        await KafkaProcesses.WaitForAsync(() => Task.FromResult(processes.Committed("shop.sums") == 1), "the offset");
    }

    private static Task WriteAddAsync(KafkaProcesses processes, string topic, string key, int value, string id) => processes.WriteAsync(
        topic,
        key,
        $$"""{"key":"{{key}}","value":{{value}},"unknown":true}""",
        ("ce_specversion", "1.0"), ("ce_type", "Add"), ("ce_id", id), ("ce_source", "/shop"), ("ce_time", "2026-11-28T10:00:00Z"));

    private static string? Header(ConsumeResult<byte[]?, byte[]?> record, string name) =>
        record.Message.Headers.TryGetLastBytes(name, out var bytes) ? Encoding.UTF8.GetString(bytes) : null;

    private sealed class Spans : IDisposable
    {
        private readonly ActivityListener _listener;
        private readonly System.Collections.Concurrent.ConcurrentQueue<Activity> _ended = new();

        public Spans()
        {
            _listener = new ActivityListener
            {
                ShouldListenTo = static source => source.Name == "Commerce.Agents.Kafka",
                Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = _ended.Enqueue,
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public IReadOnlyCollection<Activity> Ended => _ended;

        public void Dispose() => _listener.Dispose();
    }
}
