using System.Diagnostics;
using Commerce.Agents;
using Commerce.Agents.Domain.Inventory;
using Commerce.Integration.Servers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Commerce.Benchmarks;

/// <summary>Everybody wants the same product: 16 callers reserve one unit after the other on PostgreSQL, ten more than there are; against a transaction by hand on the same rows.</summary>
internal static class HotSkuBenchmark
{
    private const int Callers = 16;
    private const int Units = 8_000;
    private const int Wanted = Units + 10;
    private const int Repetitions = 3;

    private static readonly Sku Lamp = new("LAMP-1");

    internal static async Task<int> RunAsync()
    {
        await using var server = await PostgreSqlServer.StartAsync();
        return await Throughput.CompareAsync(
            "inventory-hot-sku",
            Repetitions,
            async () => await OursAsync(await server.CreateDatabaseAsync()),
            "byHand",
            async () => await ByHandAsync(await server.CreateDatabaseAsync()));
    }

    private static async Task<(double Rate, bool IsCorrect)> OursAsync(string database)
    {
        using var host = RuntimePostgresBenchmark.Build(database, agents => agents.AddInventory());
        await host.StartAsync();
        var publisher = host.Services.GetRequiredService<IMessagePublisher>();
        var operations = host.Services.GetRequiredService<IAgentOperations>();
        await publisher.PublishAsync(new ReceiveStock(Lamp, Units, "opening"));
        await operations.DrainAsync();
        var started = Stopwatch.GetTimestamp();
        await CallAsync(() => publisher.PublishAsync(new ReserveStock(Guid.CreateVersion7(), [new StockLine(Lamp, 1)])));
        await operations.DrainAsync();
        var rate = Wanted / Stopwatch.GetElapsedTime(started).TotalSeconds;
        await host.StopAsync();
        return (rate, await IsAsync(
            database,
            """
            select (select count(*) from agents.agent_state where data->>'status' = 'Active'),
              (select count(*) from agents.agent_state where data->>'status' = 'Refused'),
              (select (data->>'reserved')::bigint from agents.agent_state where key = 'main/LAMP-1')
            """));
    }

    private static async Task<(double Rate, bool IsCorrect)> ByHandAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(database + ";Maximum Pool Size=16;Max Auto Prepare=8;Auto Prepare Min Usages=2");
        await using (var tables = source.CreateCommand($"""
            create table stock (sku text primary key, on_hand int not null, reserved int not null) with (fillfactor = 50);
            create table reservation (id uuid primary key, sku text not null, quantity int not null, is_active bool not null);
            create table outbox (seq bigint generated always as identity primary key, body jsonb not null);
            insert into stock values ('LAMP-1', {Units}, 0);
            """))
        {
            await tables.ExecuteNonQueryAsync();
        }

        var started = Stopwatch.GetTimestamp();
        await CallAsync(async () =>
        {
            await using var command = source.CreateCommand("""
                with kept as (update stock set reserved = reserved + 1 where sku = 'LAMP-1' and on_hand - reserved >= 1 returning 1),
                  made as (insert into reservation select $1, 'LAMP-1', 1, exists (select 1 from kept) returning is_active)
                insert into outbox (body) select jsonb_build_object('reservation', $1, 'kept', is_active) from made
                """);
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7() });
            await command.ExecuteNonQueryAsync();
        });
        var rate = Wanted / Stopwatch.GetElapsedTime(started).TotalSeconds;
        return (rate, await IsAsync(
            database,
            "select count(*) filter (where is_active), count(*) filter (where not is_active), (select reserved::bigint from stock) from reservation"));
    }

    /// <summary>Lets all callers reserve, until enough was asked for.</summary>
    private static Task CallAsync(Func<Task> reserve)
    {
        var next = 0;
        return Task.WhenAll(Enumerable.Range(0, Callers).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) <= Wanted)
            {
                await reserve();
            }
        }));
    }

    private static async Task<bool> IsAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() && (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)) == (Units, Wanted - Units, Units);
    }
}
