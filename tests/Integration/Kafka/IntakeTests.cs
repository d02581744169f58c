using Commerce.Agents;
using Commerce.Testing;
using Confluent.Kafka;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Commerce.Integration.Kafka;

/// <summary>How messages are taken: in order, not too many, and offsets only after the commit.</summary>
public sealed class IntakeTests
{
    [Fact]
    public async Task An_offset_is_committed_only_when_the_store_has_the_message()
    {
        await using var processes = new KafkaProcesses();
        var door = new Door();
        var host = await processes.StartAsync(agents => BrokerFailureTests.StartDoor(agents, door));
        await host.Services.GetRequiredService<IMessagePublisher>().PublishAsync(new Passing("a", 1));
        await KafkaProcesses.WaitForAsync(() => Task.FromResult(door.Waiting == 1), "the message before the door");

        // Longer than the interval in which offsets are committed.
        var looks = 0;
        await KafkaProcesses.WaitForAsync(
            () =>
            {
                Assert.Equal(0, processes.Committed("agents.door"));
                return Task.FromResult(++looks == 60);
            },
            "sixty looks");
        door.Open();

        await KafkaProcesses.WaitForAsync(() => Task.FromResult(processes.Committed("agents.door") == 1), "the offset");
    }

    /// <summary>By count and by bytes. The mock keeps 5 MB of a partition.</summary>
    [Theory]
    [InlineData(10, 6_000)]
    [InlineData(10_000, 1_600)]
    public async Task Takes_no_more_than_lanes_hold_and_goes_on_when_they_empty(int size, int count)
    {
        await using var processes = new KafkaProcesses();
        var door = new Door();
        var host = await processes.StartAsync(agents => BrokerFailureTests.StartDoor(agents, door), options => options.Lanes = 1);
        var publisher = host.Services.GetRequiredService<IMessagePublisher>();
        var operations = host.Services.GetRequiredService<IAgentOperations>();
        var load = new string('x', size);
        await Task.WhenAll(Enumerable.Range(0, count).Select(number => publisher.PublishAsync(new Passing($"key-{number % 200}", number, load))));

        // All is at the broker, and what is taken does not grow any more.
        var most = size > 1_000 ? 1_100 : 2_100;
        var (last, same) = (0L, 0);
        await KafkaProcesses.WaitForAsync(
            async () =>
            {
                var lag = await operations.LagAsync();
                Assert.InRange(lag.Handling, 0, most);
                (last, same) = (lag.Handling, lag.Handling == last && lag.Handling > 500 ? same + 1 : 0);
                return lag.Store.OutboxDepth == 0 && same > 20;
            },
            "a full lane");
        Assert.Equal(count, (await operations.LagAsync()).Broker);
        door.Open();
        await operations.DrainAsync();

        for (var key = 0; key < 200; key++)
        {
            Assert.Equal(
                Enumerable.Range(0, count).Where(number => number % 200 == key), (await processes.FindAsync<Passed>("door", $"key-{key}"))!.Numbers);
        }
    }

    [Fact]
    public async Task Order_and_single_effects_hold_while_processes_come_and_go()
    {
        using var kafka = Servers.KafkaMock.Start();
        await using var processes = await PostgreSql.Processes.CreateAsync();
        Task<IHost> StartAsync() => processes.StartAsync(agents =>
        {
            PostgreSql.Processes.Sums(agents);
            agents.UseKafka(options => KafkaTests.Configure(options, kafka));
        });
        var hosts = new Queue<IHost>();
        hosts.Enqueue(await StartAsync());
        var first = hosts.Peek();
        hosts.Enqueue(await StartAsync());

        // The first process is the one that is asked at the end, and the one that publishes.
        var publisher = first.Services.GetRequiredService<IMessagePublisher>();
        hosts.Dequeue();
        for (var round = 1; round <= 60; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 50).Select(key => publisher.PublishAsync(new Add($"key-{key}", round))));
            if (round is 20 or 40)
            {
                hosts.Enqueue(await StartAsync());
                await hosts.Dequeue().StopAsync();
            }
        }

        var states = first.Services.GetRequiredService<IAgentStates>();
        await KafkaProcesses.WaitForAsync(
            async () => await processes.ScalarAsync<long>("select count(*) from agents.agent_state where (data->>'count')::int = 60") == 50, "what was heard last");
        for (var key = 0; key < 50; key++)
        {
            Assert.Equal(Enumerable.Range(1, 60), (await states.FindAsync<Sum>("sum", $"key-{key}"))!.Values);
        }

        Assert.Empty(await first.Services.GetRequiredService<IAgentOperations>().DeadLettersAsync());
    }

    [Fact]
    public async Task Partitions_that_were_lost_commit_nothing_and_what_was_in_hand_has_one_effect()
    {
        await using var processes = new KafkaProcesses();
        var door = new Door();
        var host = await processes.StartAsync(agents => BrokerFailureTests.StartDoor(agents, door));
        var publisher = host.Services.GetRequiredService<IMessagePublisher>();
        for (var number = 1; number <= 20; number++)
        {
            await publisher.PublishAsync(new Passing("a", number));
        }

        await KafkaProcesses.WaitForAsync(() => Task.FromResult(door.Waiting > 0), "a message before the door");

        // The group has forgotten this member, as it does when a process does not answer for longer than its session.
        processes.Kafka.FailNext(Servers.KafkaMock.Heartbeats, ErrorCode.UnknownMemberId);
        await KafkaProcesses.WaitForAsync(() => Task.FromResult(Lines(processes, "1212 ") == 1), "partitions that are lost");
        await KafkaProcesses.WaitForAsync(() => Task.FromResult(Lines(processes, "1200 ") > 1), "partitions that came back");
        Assert.Equal(0, processes.Committed("agents.door"));
        door.Open();

        await KafkaProcesses.WaitForAsync(() => Task.FromResult(processes.Committed("agents.door") == 20), "the offsets");
        Assert.Equal(Enumerable.Range(1, 20), (await processes.FindAsync<Passed>("door", "a"))!.Numbers);
        Assert.Empty(await host.Services.GetRequiredService<IAgentOperations>().DeadLettersAsync());
    }

    [Fact]
    public async Task Takes_nothing_while_the_outbox_does_not_empty()
    {
        await using var processes = new KafkaProcesses();
        KafkaTests.MakeTopics(processes.Kafka, "agents.sum", "agents.listener");
        var host = await processes.StartAsync();
        await KafkaProcesses.WaitForAsync(
            () => Task.FromResult(processes.Log.Lines.Any(static line => line.StartsWith("1200 ", StringComparison.Ordinal) && line.Contains("agents.sum[0 1 2 3]", StringComparison.Ordinal))),
            "the partitions");

        // A client that has written to a topic before does not ask the mock about it again, so nothing goes there earlier.
        processes.Kafka.Fail("agents.listener", ErrorCode.NotEnoughReplicas);
        await host.Services.GetRequiredService<IMessagePublisher>().PublishAsync(new Added("b", 1, 1));
        await KafkaProcesses.WaitForAsync(() => Task.FromResult(Lines(processes, "1205 ") == 1), "the line about it");
        Assert.Contains("1 messages wait for Kafka", processes.Log.Lines.Single(line => line.StartsWith("1205 ", StringComparison.Ordinal)), StringComparison.Ordinal);

        await processes.WriteAsync("agents.sum", "a", """{"key":"a","value":1}""", ("ce_type", "Add"), ("ce_id", "1"), ("ce_source", "/shop"));

        var looks = 0;
        await KafkaProcesses.WaitForAsync(
            async () =>
            {
                Assert.Null(await processes.FindAsync<Sum>("sum", "a"));
                return ++looks == 60;
            },
            "sixty looks");
        Assert.Equal(0, processes.Committed("agents.sum"));
        processes.Kafka.Fail("agents.listener", ErrorCode.NoError);

        await KafkaProcesses.WaitForAsync(async () => (await processes.FindAsync<Sum>("sum", "a"))?.Total == 1, "what was not taken");
        await KafkaProcesses.WaitForAsync(async () => (await processes.FindAsync<Heard>("listener", "b"))?.Count == 1, "what waited");
        await KafkaProcesses.WaitForAsync(() => Task.FromResult(processes.Committed("agents.sum") == 1), "the offset of what was not taken");
        Assert.Equal(1, Lines(processes, "1206 "));
    }

    [Fact]
    public async Task A_process_for_which_no_partition_is_left_is_ready_all_the_same()
    {
        using var kafka = Servers.KafkaMock.Start();
        await using var processes = await PostgreSql.Processes.CreateAsync();
        var hosts = new List<IHost>();

        // A topic of the mock has four partitions.
        for (var i = 0; i < 5; i++)
        {
            hosts.Add(await processes.StartAsync(agents =>
            {
                BrokerFailureTests.StartDoor(agents, new Door());
                agents.UseKafka(options => KafkaTests.Configure(options, kafka));
            }));
        }

        foreach (var host in hosts)
        {
            await KafkaProcesses.WaitForAsync(
                async () => (await BrokerFailureTests.ReadyAsync(host)).Status == HealthStatus.Healthy, "a process that is ready");
        }
    }

    [Fact]
    public async Task Topics_that_outlive_the_memory_of_what_was_handled_are_refused()
    {
        using var kafka = Servers.KafkaMock.Start();
        await using var processes = await PostgreSql.Processes.CreateAsync();

        var exception = await Assert.ThrowsAsync<CommerceException>(() => processes.StartAsync(agents =>
        {
            PostgreSql.Processes.Sums(agents);
            agents.UseKafka(options =>
            {
                KafkaTests.Configure(options, kafka);
                options.CreateTopics = true;
                options.Retention = TimeSpan.FromDays(30);
            });
        }));

        Assert.Equal((CommerceErrorKind.Invalid, "Retention"), (exception.Kind, exception.Field));
    }

    private static int Lines(KafkaProcesses processes, string start) => processes.Log.Lines.Count(line => line.StartsWith(start, StringComparison.Ordinal));
}
