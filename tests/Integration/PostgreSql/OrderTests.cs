using Commerce.Agents;
using Commerce.Agents.Storage;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
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
        var neighbour = Enumerable.Range(0, 10_000).Select(number => $"n{number}").First(key => Shards.Of("sum", key) == Shards.Of("sum", "late"));

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
}
