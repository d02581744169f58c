using Commerce.Agents;
using Commerce.Agents.Storage;
using Commerce.Integration.Kafka;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Integration.PostgreSql;

/// <summary>How lanes share the work of a process.</summary>
public sealed class LaneTests
{
    [Fact]
    public async Task A_handler_that_waits_holds_up_no_lane_but_its_own()
    {
        await using var processes = await Processes.CreateAsync();
        var door = new Door();
        var host = await processes.StartAsync(agents =>
        {
            BrokerFailureTests.StartDoor(agents, door);
            Processes.Sums(agents);
        });
        var publisher = host.Services.GetRequiredService<IMessagePublisher>();
        await publisher.PublishAsync(new Passing("a", 1));
        await Processes.WaitForAsync(() => Task.FromResult(door.Waiting == 1), "the message before the door");
        async Task<bool> IsHandledAsync(string key) =>
            await processes.ScalarAsync<long>($"select count(*) from agents.agent_state where key = '{key}'") > 0;

        // Until the lane is known to be held up, messages may stand behind the one that waits.
        var held = new HashSet<short> { Shards.Of("door", "a") };
        var number = 0;
        var key = "";
        await Processes.WaitForAsync(
            async () =>
            {
                if (key.Length == 0 || !await IsHandledAsync(key))
                {
                    key = $"early-{++number}";
                    held.UnionWith([Shards.Of("sum", key), Shards.Of("listener", key)]);
                    await publisher.PublishAsync(new Add(key, 1));
                    return false;
                }

                return true;
            },
            "a message that passes the one that waits");
        string[] keys = [.. Enumerable.Range(0, 1_000).Select(static i => $"key-{i}").Where(other => !held.Contains(Shards.Of("sum", other))).Take(20)];
        await Task.WhenAll(keys.Select(other => publisher.PublishAsync(new Add(other, 1))));

        foreach (var other in keys)
        {
            await Processes.WaitForAsync(() => IsHandledAsync(other), $"{other} beside the message that waits");
        }

        Assert.Equal(1, door.Waiting);
        door.Open();
        await host.Services.GetRequiredService<IAgentOperations>().DrainAsync();
    }
}
