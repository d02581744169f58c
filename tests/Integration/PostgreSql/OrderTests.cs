using Commerce.Agents;
using Commerce.Agents.Storage;
using Commerce.Agents.Transport;
using Commerce.Integration.Kafka;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Xunit;

namespace Commerce.Integration.PostgreSql;

/// <summary>Order of a key where rows become visible late, and where its parked queue has just ended. Found by the chaos run.</summary>
public sealed class OrderTests
{
    [Fact]
    public async Task A_row_that_becomes_visible_late_is_handled_before_the_ones_after_it()
    {
        await using var processes = await Processes.CreateAsync();
        var host = await processes.StartAsync();
        var publisher = host.Services.GetRequiredService<IMessagePublisher>();
        var states = host.Services.GetRequiredService<IAgentStates>();
        var neighbour = KeyIn(Shards.Of("sum", "late"), "sum");

        await using var connection = await processes.Sql.OpenConnectionAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await publisher.PublishAsync(transaction, new Add("late", 1));
            for (var count = 1; count <= 20; count++)
            {
                await publisher.PublishAsync(new Add(neighbour, 1));
                await Processes.WaitForAsync(async () => (await states.FindAsync<Sum>("sum", neighbour))?.Total == count, "the neighbour");
            }

            await transaction.CommitAsync();
        }

        await publisher.PublishAsync(new Add("late", 2));
        await Processes.WaitForAsync(async () => (await states.FindAsync<Sum>("sum", "late"))?.Total == 3, "both messages");
        Assert.Equal([1, 2], (await states.FindAsync<Sum>("sum", "late"))!.Values);
    }

    [Fact]
    public async Task A_look_that_is_on_its_way_when_a_process_stops_brings_it_nothing_more()
    {
        await using var processes = await Processes.CreateAsync();
        var door = new Door();
        var first = await processes.StartAsync(agents => BrokerFailureTests.StartDoor(agents, door));
        var publisher = first.Services.GetRequiredService<IMessagePublisher>();
        await publisher.PublishAsync(new Passing("a", 1));
        await Processes.WaitForAsync(() => Task.FromResult(door.Waiting == 1), "the first one before the door");
        await publisher.PublishAsync(new Passing("a", 2));
        await Processes.WaitForAsync(() => Task.FromResult(first.Services.GetRequiredService<IAgentTransport>().Pending == 2), "the second one behind it");

        // The next look must wait for this transaction, and the third message is seen with its end.
        Task stopping;
        await using var connection = await processes.Sql.OpenConnectionAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await using (var command = new NpgsqlCommand("lock table agents.agent_outbox in access exclusive mode", connection, transaction))
            {
                await command.ExecuteNonQueryAsync();
            }

            await publisher.PublishAsync(transaction, new Passing("a", 3));
            await Processes.WaitForAsync(
                async () => await processes.ScalarAsync<long>("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%cross join lateral%' and query like '%o.seq > s.floor%'") > 0,
                "a look that waits");
            stopping = first.StopAsync();
            await Processes.WaitForAsync(() => Task.FromResult(first.Services.GetRequiredService<IAgentTransport>().Pending == 1), "the second one given back");
            await transaction.CommitAsync();
        }

        door.Open();
        await stopping;
        var second = await processes.StartAsync(agents => BrokerFailureTests.StartDoor(agents, door));
        var states = second.Services.GetRequiredService<IAgentStates>();
        await Processes.WaitForAsync(async () => (await states.FindAsync<Passed>("door", "a"))?.Numbers.Count == 3, "all three");
        Assert.Equal([1, 2, 3], (await states.FindAsync<Passed>("door", "a"))!.Numbers);
    }

    [Fact]
    public async Task What_came_while_an_agent_was_paused_is_handled_before_what_comes_after()
    {
        await using var processes = await Processes.CreateAsync();
        var host = await processes.StartAsync();
        var publisher = host.Services.GetRequiredService<IMessagePublisher>();
        var operations = host.Services.GetRequiredService<IAgentOperations>();
        var states = host.Services.GetRequiredService<IAgentStates>();
        var neighbour = KeyIn(Shards.Of("sum", "a"), "listener");

        await operations.PauseAsync("sum");
        await publisher.PublishAsync(new Add("a", 1));
        for (var count = 1; count <= 20; count++)
        {
            await publisher.PublishAsync(new Added(neighbour, 1, count));
            await Processes.WaitForAsync(async () => (await states.FindAsync<Heard>("listener", neighbour))?.Count == count, "the neighbour");
        }

        await operations.ResumeAsync("sum");
        await publisher.PublishAsync(new Add("a", 2));
        await Processes.WaitForAsync(async () => (await states.FindAsync<Sum>("sum", "a"))?.Total == 3, "both messages");
        Assert.Equal([1, 2], (await states.FindAsync<Sum>("sum", "a"))!.Values);
    }

    [Fact]
    public async Task A_key_goes_on_after_its_only_parked_message_is_handled_in_a_transaction_of_its_own()
    {
        await using var processes = await Processes.CreateAsync();
        await processes.ExecuteAsync("create table ledger_line (key text, value int)");
        var host = await processes.StartAsync(agents => agents.AddAgent<LedgerAgent, Sum>("ledger", agent => agent
            .Handles<Add>(message => message.Key, TransactionMode.Own)));
        var publisher = host.Services.GetRequiredService<IMessagePublisher>();
        processes.World.Failures = 1;

        await publisher.PublishAsync(new Add("a", 0));
        await Processes.WaitForAsync(async () => await processes.ScalarAsync<long>("select count(*) from ledger_line") == 1, "the parked message");
        await publisher.PublishAsync(new Add("a", 1));

        await Processes.WaitForAsync(async () => await processes.ScalarAsync<long>("select count(*) from ledger_line") == 2, "the next message");
        Assert.Empty(await host.Services.GetRequiredService<IAgentOperations>().ParkedAsync());
    }

    private static string KeyIn(short shard, string agent) =>
        Enumerable.Range(0, 10_000).Select(static number => $"n{number}").First(key => Shards.Of(agent, key) == shard);
}
