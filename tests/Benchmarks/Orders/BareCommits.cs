using System.Diagnostics;
using Npgsql;

namespace Commerce.Benchmarks.Orders;

/// <summary>What the server itself takes: an update of one row and a row of its movement, in one transaction by hand.</summary>
internal static class BareCommits
{
    internal static async Task<double[]> MeasureAsync(string database, int callers, int updates)
    {
        await using var source = NpgsqlDataSource.Create($"{database};Maximum Pool Size={callers};Max Auto Prepare=8;Auto Prepare Min Usages=2");
        await using (var tables = source.CreateCommand("""
            create table stock (id int primary key, on_hand int not null) with (fillfactor = 50);
            create table movement (seq bigint generated always as identity primary key, stock int not null, quantity int not null);
            insert into stock select i, 0 from generate_series(0, 49) i
            """))
        {
            await tables.ExecuteNonQueryAsync();
        }

        var times = new double[callers * updates];
        await Task.WhenAll(Enumerable.Range(0, callers).Select(async caller =>
        {
            for (var i = 0; i < updates; i++)
            {
                var started = Stopwatch.GetTimestamp();
                await using var command = source.CreateCommand(
                    "with moved as (update stock set on_hand = on_hand + 3 where id = $1 returning id) insert into movement (stock, quantity) select id, 3 from moved");
                command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = ((i / 2 * callers) + caller) % 50 });
                await command.ExecuteNonQueryAsync();
                times[(caller * updates) + i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }
        }));
        return [.. times.Order()];
    }
}
