using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Commerce.Benchmarks.Orders;

/// <summary>The least that any shop does for an order, by hand: one transaction that reserves the stock, stores the order and writes one outbox row.</summary>
internal static class HandWrittenOrders
{
    private const string Reserve = "update stock set reserved = reserved + $2 where sku = $1 and on_hand - reserved >= $2";

    internal static async Task<(double Rate, bool IsCorrect)> RunAsync(string database, int callers, TimeSpan time)
    {
        await using var source = NpgsqlDataSource.Create($"{database};Maximum Pool Size={callers};Max Auto Prepare=8;Auto Prepare Min Usages=2");
        await PrepareAsync(source);
        var number = 0;
        var units = 0L;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(async _ =>
        {
            while (Stopwatch.GetElapsedTime(started) < time)
            {
                Interlocked.Add(ref units, await PlaceAsync(source, Interlocked.Increment(ref number)));
            }
        }));
        var rate = number / Stopwatch.GetElapsedTime(started).TotalSeconds;
        await using var command = source.CreateCommand(
            "select (select sum(reserved) from stock)::bigint, (select count(*) from orders), (select count(*) from outbox)");
        await using var reader = await command.ExecuteReaderAsync();
        return (rate, await reader.ReadAsync() && (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)) == (units, number, number));
    }

    private static async Task PrepareAsync(NpgsqlDataSource source)
    {
        await using var tables = source.CreateCommand($"""
            create table stock (sku text primary key, on_hand int not null, reserved int not null) with (fillfactor = 50);
            create table orders (id uuid primary key, body jsonb not null);
            create table outbox (seq bigint generated always as identity primary key, body jsonb not null);
            insert into stock select format('LAMP-%s', lpad(i::text, 2, '0')), {BenchShop.Units}, 0 from generate_series(1, {BenchShop.Skus.Length}) i
            """);
        await tables.ExecuteNonQueryAsync();
    }

    private static async Task<int> PlaceAsync(NpgsqlDataSource source, int number)
    {
        // Rows are locked in one order, so that no two orders wait for each other.
        var lines = BenchShop.Lines(number).OrderBy(static line => line.Sku.Value, StringComparer.Ordinal).ToList();
        var id = Guid.CreateVersion7();
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var (sku, quantity) in lines)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Reserve)
            {
                Parameters = { new NpgsqlParameter<string> { TypedValue = sku.Value }, new NpgsqlParameter<int> { TypedValue = quantity } },
            });
        }

        batch.BatchCommands.Add(new NpgsqlBatchCommand("insert into orders values ($1, $2)")
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = id }, Json(BenchShop.Draft(number)) },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand("insert into outbox (body) values ($1)") { Parameters = { Json(new { order = id }) } });
        await batch.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return lines.Sum(static line => line.Quantity);
    }

    private static NpgsqlParameter<string> Json<T>(T value) => new() { TypedValue = JsonSerializer.Serialize(value), NpgsqlDbType = NpgsqlDbType.Jsonb };
}
