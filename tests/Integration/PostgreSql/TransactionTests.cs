using Commerce.Agents;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Commerce.Integration.PostgreSql;

public sealed class TransactionTests
{
    [Fact]
    public async Task A_message_in_a_transaction_of_ones_own_is_sent_with_its_commit_and_only_then()
    {
        await using var processes = await Processes.CreateAsync();
        await processes.ExecuteAsync("create table customer_order (id int primary key)");
        var host = await processes.StartAsync();
        var publisher = host.Services.GetRequiredService<IMessagePublisher>();
        var states = host.Services.GetRequiredService<IAgentStates>();

        foreach (var commits in new[] { false, true })
        {
            await using var connection = await processes.Sql.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await using var command = new NpgsqlCommand("insert into customer_order values (1)", connection);
            await command.ExecuteNonQueryAsync();
            await publisher.PublishAsync(transaction, new Add(commits ? "kept" : "dropped", 1));
            await (commits ? transaction.CommitAsync() : transaction.RollbackAsync());
        }

        await Processes.WaitForAsync(async () => await states.FindAsync<Sum>("sum", "kept") is not null, "the message of the committed transaction");
        Assert.Null(await states.FindAsync<Sum>("sum", "dropped"));
        Assert.Equal(1, await processes.ScalarAsync<long>("select count(*) from customer_order"));
    }

    [Fact]
    public async Task A_handler_writes_tables_of_its_own_in_the_transaction_of_its_effects()
    {
        await using var processes = await Processes.CreateAsync();
        await processes.ExecuteAsync("create table ledger_line (key text, value int)");
        var host = await processes.StartAsync(agents => agents.AddAgent<LedgerAgent, Sum>("ledger", agent => agent
            .Handles<Add>(message => message.Key, TransactionMode.Own)
            .Handles<AskTotal>(message => message.Key)));
        var publisher = host.Services.GetRequiredService<IMessagePublisher>();
        var operations = host.Services.GetRequiredService<IAgentOperations>();
        processes.World.Failures = 2;

        for (var value = 0; value < 20; value++)
        {
            await publisher.PublishAsync(new Add("a", value));
        }

        await Processes.WaitForAsync(async () => await publisher.AskAsync<TotalIs>(new AskTotal("a")) == new TotalIs(190), "all twenty");
        Assert.Equal(20, await processes.ScalarAsync<long>("select count(*) from ledger_line"));
        Assert.Equal(190, await processes.ScalarAsync<long>("select sum(value) from ledger_line"));
        Assert.Empty(await operations.ParkedAsync());
    }

    [Fact]
    public async Task A_handler_in_a_shared_transaction_is_told_how_to_get_one_of_its_own()
    {
        await using var processes = await Processes.CreateAsync();
        var host = await processes.StartAsync(agents => agents.AddAgent<LedgerAgent, Sum>("ledger", agent => agent
            .Handles<Add>(message => message.Key).Retry(new RetryPolicy { QuickTries = 0, SlowTries = 0 })));
        var operations = host.Services.GetRequiredService<IAgentOperations>();

        await host.Services.GetRequiredService<IMessagePublisher>().PublishAsync(new Add("a", 1));

        await Processes.WaitForAsync(async () => (await operations.DeadLettersAsync()).Count == 1, "the dead letter");
        Assert.Contains("register it with TransactionMode.Own", (await operations.DeadLettersAsync())[0].Error, StringComparison.Ordinal);
    }
}

/// <summary>Writes lines of its own beside its state; fails after writing, as scripted.</summary>
public sealed class LedgerAgent(OutsideWorld world) : IHandle<Add, Sum>, IHandle<AskTotal, Sum>
{
    public async Task HandleAsync(Add message, AgentContext<Sum> context, CancellationToken cancellationToken)
    {
        var transaction = await context.OpenNpgsqlTransactionAsync();
        await using var command = new NpgsqlCommand("insert into ledger_line values ($1, $2)", transaction.Connection, transaction);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = message.Key });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = message.Value });
        await command.ExecuteNonQueryAsync(cancellationToken);
        context.State = context.State with { Total = context.State.Total + message.Value };
        if (message.Value == 0 && world.Failures-- > 0)
        {
            throw world.Error();
        }
    }

    public Task HandleAsync(AskTotal message, AgentContext<Sum> context, CancellationToken cancellationToken)
    {
        context.Reply(new TotalIs(context.State.Total));
        return Task.CompletedTask;
    }
}
