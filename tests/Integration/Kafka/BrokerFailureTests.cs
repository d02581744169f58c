using System.Diagnostics;
using Commerce.Agents;
using Commerce.Integration.Servers;
using Commerce.Testing;
using Confluent.Kafka;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Integration.Kafka;

/// <summary>What people see when brokers, topics, offsets or sizes are wrong: one clear line, and nothing is lost.</summary>
public sealed class BrokerFailureTests
{
    [Fact]
    public async Task Brokers_that_do_not_answer_at_the_start_are_told_in_time()
    {
        await using var processes = new KafkaProcesses();
        var started = Stopwatch.GetTimestamp();

        var exception = await Assert.ThrowsAsync<CommerceException>(() => processes.StartAsync(options: options =>
        {
            options.BootstrapServers = "127.0.0.1:1";
            options.ConfigureClient = static client =>
            {
                client.SecurityProtocol = SecurityProtocol.SaslPlaintext;
                client.SaslMechanism = SaslMechanism.Plain;
                client.SaslUsername = "agents";
                client.SaslPassword = "hidden";
            };
        }));

        Assert.Equal((CommerceErrorKind.Unavailable, "BootstrapServers"), (exception.Kind, exception.Field));
        Assert.StartsWith("No broker answers at 127.0.0.1:1 (", exception.Message, StringComparison.Ordinal);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(15));
        Assert.DoesNotContain("hidden", exception + processes.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_topics_are_told()
    {
        await using var processes = new KafkaProcesses();
        processes.Kafka.Fail("agents.sum", ErrorCode.UnknownTopicOrPart);
        processes.Kafka.Fail("shop.orders", ErrorCode.UnknownTopicOrPart);

        var own = await Assert.ThrowsAsync<CommerceException>(() => processes.StartAsync());
        var foreign = await Assert.ThrowsAsync<CommerceException>(() => processes.StartAsync(options: options => options.Subscriptions.Add("shop.orders")));

        Assert.Equal((CommerceErrorKind.NotFound, "CreateTopics"), (own.Kind, own.Field));
        Assert.Contains("missing: agents.sum.", own.Message, StringComparison.Ordinal);
        Assert.Equal((CommerceErrorKind.NotFound, "Subscriptions"), (foreign.Kind, foreign.Field));
        Assert.Contains("missing: shop.orders.", foreign.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Topics_that_cannot_be_created_are_told()
    {
        await using var processes = new KafkaProcesses();

        // The mock cluster knows no such request.
        var exception = await Assert.ThrowsAsync<CommerceException>(() => processes.StartAsync(options: options => options.CreateTopics = true));

        Assert.Equal(CommerceErrorKind.Unavailable, exception.Kind);
        Assert.StartsWith("The topic agents.sum, agents.listener could not be created (", exception.Message, StringComparison.Ordinal);
        Assert.Contains("correct ReplicationFactor or the rights, or create it and set CreateTopics to false", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_wrong_settings_are_told_together()
    {
        await using var processes = new KafkaProcesses();

        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => processes.StartAsync(options: options =>
        {
            options.BootstrapServers = "";
            options.GroupId = "a b";
            options.Lanes = 0;
        }));

        Assert.Contains("BootstrapServers is empty: give the brokers as host:port", exception.Message, StringComparison.Ordinal);
        Assert.Contains("GroupId must have", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Lanes must be between 1 and 256", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Brokers_may_go_away_and_come_back()
    {
        await using var processes = new KafkaProcesses();
        var host = await processes.StartAsync();
        var publisher = host.Services.GetRequiredService<IMessagePublisher>();
        await publisher.PublishAsync(new Add("a", 1));
        await KafkaProcesses.WaitForAsync(async () => (await processes.FindAsync<Sum>("sum", "a"))?.Total == 1, "the first message");

        processes.Kafka.Stop();
        for (var value = 2; value <= 50; value++)
        {
            await publisher.PublishAsync(new Add("a", value));
        }

        await KafkaProcesses.WaitForAsync(
            async () => (await ReadyAsync(host)) is { Status: HealthStatus.Degraded } entry && entry.Description!.StartsWith("Kafka", StringComparison.Ordinal),
            "a complaint");
        await KafkaProcesses.WaitForAsync(() => Task.FromResult(processes.Log.Text.Contains("1201 ", StringComparison.Ordinal)), "the line about it");
        Assert.True((await host.Services.GetRequiredService<IAgentOperations>().LagAsync()).Broker > 0);
        processes.Kafka.StartAgain();

        await KafkaProcesses.WaitForAsync(async () => (await processes.FindAsync<Sum>("sum", "a"))?.Values.Count == 50, "all messages");
        Assert.Equal(Enumerable.Range(1, 50), (await processes.FindAsync<Sum>("sum", "a"))!.Values);
        await KafkaProcesses.WaitForAsync(async () => (await ReadyAsync(host)).Status == HealthStatus.Healthy, "health");
        Assert.Single(processes.Log.Lines, line => line.StartsWith("1201 ", StringComparison.Ordinal));
        Assert.Single(processes.Log.Lines, line => line.StartsWith("1208 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Brokers_that_refuse_writes_keep_the_order_waiting()
    {
        await using var processes = new KafkaProcesses();
        var door = new Door();
        door.Open();
        var host = await processes.StartAsync(agents => StartDoor(agents, door));
        var publisher = host.Services.GetRequiredService<IMessagePublisher>();
        processes.Kafka.FailNext(KafkaMock.Writes, ErrorCode.TopicAuthorizationFailed, ErrorCode.TopicAuthorizationFailed, ErrorCode.TopicAuthorizationFailed);

        await Task.WhenAll(Enumerable.Range(1, 200).Select(number => publisher.PublishAsync(new Passing("a", number))));

        await KafkaProcesses.WaitForAsync(async () => (await processes.FindAsync<Passed>("door", "a"))?.Numbers.Count == 200, "all messages");
        Assert.Equal(Enumerable.Range(1, 200), (await processes.FindAsync<Passed>("door", "a"))!.Numbers);
        Assert.Single(processes.Log.Lines, line => line.StartsWith("1008 ", StringComparison.Ordinal) && line.Contains("\"relay\"", StringComparison.Ordinal));
        Assert.Empty(await host.Services.GetRequiredService<IAgentOperations>().DeadLettersAsync());
    }

    [Fact]
    public async Task A_message_that_is_too_large_becomes_a_dead_letter_and_the_rest_passes()
    {
        await using var processes = new KafkaProcesses();
        var door = new Door();
        door.Open();
        var host = await processes.StartAsync(agents => StartDoor(agents, door), options => options.MaxMessageBytes = 2_000);
        var publisher = host.Services.GetRequiredService<IMessagePublisher>();
        var operations = host.Services.GetRequiredService<IAgentOperations>();

        await Task.WhenAll(Enumerable.Range(1, 20).Select(number => publisher.PublishAsync(new Passing("a", number, new string('x', number == 10 ? 3_000 : 10)))));

        await KafkaProcesses.WaitForAsync(async () => (await processes.FindAsync<Passed>("door", "a"))?.Numbers.Count == 19, "the others");
        Assert.Equal(Enumerable.Range(1, 20).Where(static number => number != 10), (await processes.FindAsync<Passed>("door", "a"))!.Numbers);
        await KafkaProcesses.WaitForAsync(async () => (await operations.DeadLettersAsync()).Count > 0, "the dead letter: the others arrive as soon as they are sent, this one is stored with their progress");
        var letter = Assert.Single(await operations.DeadLettersAsync());
        Assert.Equal(("door", "a"), (letter.Agent, letter.Key));
        Assert.Contains("bytes and the brokers take 2000: send less, or raise MaxMessageBytes", letter.Error, StringComparison.Ordinal);
        await operations.DrainAsync();
        Assert.Single(processes.Log.Lines, line => line.StartsWith("1203 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Brokers_that_find_something_too_large_block_nobody()
    {
        await using var processes = new KafkaProcesses();
        var door = new Door();
        door.Open();
        var host = await processes.StartAsync(agents => StartDoor(agents, door));
        var publisher = host.Services.GetRequiredService<IMessagePublisher>();
        var operations = host.Services.GetRequiredService<IAgentOperations>();

        // The brokers refuse the request of the batch, then that of the first one that goes alone.
        processes.Kafka.FailNext(KafkaMock.Writes, ErrorCode.MsgSizeTooLarge, ErrorCode.MsgSizeTooLarge);
        await Task.WhenAll(Enumerable.Range(1, 20).Select(number => publisher.PublishAsync(new Passing("a", number))));
        await operations.DrainAsync();

        var refused = await operations.DeadLettersAsync();
        Assert.InRange(refused.Count, 1, 2);
        var numbers = refused.Select(static letter => ((Passing)letter.Envelope.Message).Number);
        Assert.Equal(Enumerable.Range(1, 20).Except(numbers), (await processes.FindAsync<Passed>("door", "a"))!.Numbers);
    }

    [Fact]
    public async Task A_partition_whose_offset_is_gone_waits_for_a_person()
    {
        await using var processes = new KafkaProcesses();
        processes.Commit("agents.sum", 1_000);
        var host = await processes.StartAsync();

        await KafkaProcesses.WaitForAsync(
            async () => (await ReadyAsync(host)).Description?.Contains("agents.sum partition", StringComparison.Ordinal) == true, "a complaint");
        await host.Services.GetRequiredService<IMessagePublisher>().PublishAsync(new Added("a", 1, 1));

        await KafkaProcesses.WaitForAsync(async () => (await processes.FindAsync<Heard>("listener", "a"))?.Count == 1, "the agent beside it");
        var line = processes.Log.Lines.First(line => line.StartsWith("1202 ", StringComparison.Ordinal));
        Assert.Contains("stop the group, set its offset", line, StringComparison.Ordinal);
        Assert.Contains("group commerce-agents", line, StringComparison.Ordinal);
    }

    internal static void StartDoor(AgentsBuilder agents, Door door)
    {
        agents.Services.AddSingleton(door);
        DoorAgent.Register(agents);
    }

    internal static async Task<HealthReportEntry> ReadyAsync(IHost host) =>
        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Tags.Contains("ready"))).Entries.Values.Single();
}
