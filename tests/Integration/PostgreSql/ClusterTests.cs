using Commerce.Agents;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Commerce.Integration.PostgreSql;

public sealed class ClusterTests
{
    [Fact]
    public async Task Processes_share_the_shards_and_one_takes_over_what_another_leaves()
    {
        await using var processes = await Processes.CreateAsync();
        var first = await processes.StartAsync();
        var second = await processes.StartAsync();

        await Processes.WaitForAsync(async () => await SharesAsync(first) is [32, 32], "two equal shares");
        await second.StopAsync();

        await Processes.WaitForAsync(async () => await SharesAsync(first) is [64], "all shards at the one that is left");
    }

    [Fact]
    public async Task Each_message_is_handled_once_and_in_order_while_processes_come_and_go()
    {
        await using var processes = await Processes.CreateAsync();
        var first = await processes.StartAsync();
        var publisher = first.Services.GetRequiredService<IMessagePublisher>();
        var hosts = new Queue<IHost>();

        for (var round = 1; round <= 60; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 50).Select(key => publisher.PublishAsync(new Add($"key-{key}", round))));
            if (round % 15 == 5)
            {
                hosts.Enqueue(await processes.StartAsync());
            }
            else if (round % 15 == 0)
            {
                await hosts.Dequeue().StopAsync();
            }
        }

        var operations = first.Services.GetRequiredService<IAgentOperations>();
        await Processes.WaitForAsync(async () => (await operations.LagAsync()).Store.OutboxDepth == 0, "an empty outbox");
        var states = first.Services.GetRequiredService<IAgentStates>();
        for (var key = 0; key < 50; key++)
        {
            Assert.Equal(Enumerable.Range(1, 60), (await states.FindAsync<Sum>("sum", $"key-{key}"))!.Values);
            Assert.Equal(60, (await states.FindAsync<Heard>("listener", $"key-{key}"))!.Count);
        }
    }

    [Fact]
    public async Task An_answer_finds_the_process_that_asked()
    {
        await using var processes = await Processes.CreateAsync();
        var first = await processes.StartAsync();
        var second = await processes.StartAsync();
        await Processes.WaitForAsync(async () => await SharesAsync(first) is [32, 32], "two equal shares");
        var publisher = second.Services.GetRequiredService<IMessagePublisher>();

        // Of sixteen keys some belong to the other process, but for one case in 65 000.
        for (var key = 0; key < 16; key++)
        {
            await publisher.PublishAsync(new Add($"key-{key}", key + 1));
            Assert.Equal(new TotalIs(key + 1), await publisher.AskAsync<TotalIs>(new AskTotal($"key-{key}")));
        }

        Assert.Equal(0, await processes.ScalarAsync<long>("select count(*) from agents.agent_reply"));
    }

    [Fact]
    public async Task A_paused_agent_rests_in_every_process()
    {
        await using var processes = await Processes.CreateAsync();
        var first = await processes.StartAsync();
        var second = await processes.StartAsync();
        await Processes.WaitForAsync(async () => await SharesAsync(first) is [32, 32], "two equal shares");
        await first.Services.GetRequiredService<IAgentOperations>().PauseAsync("sum");
        await Processes.WaitForAsync(() => Task.FromResult(IsPaused(second)), "the pause at the other process");
        var publisher = first.Services.GetRequiredService<IMessagePublisher>();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(key => publisher.PublishAsync(new Add($"key-{key}", 1))));
        await Task.WhenAll(Enumerable.Range(0, 16).Select(key => publisher.PublishAsync(new Added($"key-{key}", 1, 1))));

        await Processes.WaitForAsync(
            async () => await processes.ScalarAsync<long>("select count(*) from agents.agent_state") == 16, "what the other agent has heard");
        Assert.Equal(16, await processes.ScalarAsync<long>("select count(*) from agents.agent_outbox"));
        await second.Services.GetRequiredService<IAgentOperations>().ResumeAsync("sum");

        await Processes.WaitForAsync(
            async () => await processes.ScalarAsync<long>("select count(*) from agents.agent_state") == 32, "the sums after all");
    }

    [Fact]
    public async Task A_message_of_an_agent_that_nobody_runs_waits()
    {
        await using var processes = await Processes.CreateAsync();
        var old = await processes.StartAsync();
        await old.StopAsync();
        await processes.ExecuteAsync("""
            insert into agents.agent_consumer (name) values ('newcomer');
            insert into agents.agent_outbox (shard, consumer, key, message_id, type, headers, body)
            select i, (select id from agents.agent_consumer where name = 'newcomer'), 'a', gen_random_uuid(), 'Add', '{}', '{}' from generate_series(0, 63) i
            """);

        var host = await processes.StartAsync();
        await host.Services.GetRequiredService<IMessagePublisher>().PublishAsync(new Add("a", 1));
        await Processes.WaitForAsync(async () => await processes.ScalarAsync<long>("select count(*) from agents.agent_state") == 2, "the agents that run");

        Assert.Equal(64, await processes.ScalarAsync<long>("select count(*) from agents.agent_outbox"));
        Assert.Empty(await host.Services.GetRequiredService<IAgentOperations>().DeadLettersAsync());
    }

    private static bool IsPaused(IHost host) =>
        host.Services.GetRequiredService<IAgentOperations>().Agents().Single(agent => agent.Name == "sum").IsPaused;

    private static async Task<int[]> SharesAsync(IHost host) =>
        [.. (await host.Services.GetRequiredService<IAgentOperations>().NodesAsync()).Select(node => node.Shards.Count)];
}
