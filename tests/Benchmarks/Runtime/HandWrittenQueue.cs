using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Commerce.Benchmarks;

/// <summary>The baseline: the same batched statements over the same tables, written by hand for one kind of message; four workers, each with its own shards; no failures, leases or versions of anybody else.</summary>
internal static class HandWrittenQueue
{
    private const int Workers = 4;
    private const int Batch = 128;

    internal static async Task<(double Rate, bool IsCorrect)> RunAsync(string database, int hops)
    {
        await using var source = NpgsqlDataSource.Create(database + ";Max Auto Prepare=32;Auto Prepare Min Usages=2");
        await ExecuteAsync(source, Tables);
        await ExecuteAsync(source, $$"""
            insert into queue (worker, key, message_id, body)
            select i % {{Workers}}, 'key-' || i, gen_random_uuid(), convert_to('{"key":"key-' || i || '","left":{{hops}},"text":"{{Hop.Filling}}"}', 'UTF8')
            from generate_series(0, {{Hop.Keys - 1}}) i
            """);
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(() => WorkAsync(source, (short)worker))));
        var rate = Hop.Keys * (hops + 1) / Stopwatch.GetElapsedTime(started).TotalSeconds;
        await using var check = source.CreateCommand("select count(*) from state where (data->>'count')::int = $1");
        check.Parameters.Add(new NpgsqlParameter<int> { TypedValue = hops + 1 });
        return (rate, (long)(await check.ExecuteScalarAsync())! == Hop.Keys);
    }

    private const string Tables = """
        create table queue (worker smallint not null, seq bigint generated always as identity, key text not null, message_id uuid not null, body bytea not null, primary key (worker, seq))
          with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);
        create table inbox (message_id uuid primary key);
        create table state (key text collate "C" primary key, version bigint not null, data jsonb not null) with (fillfactor = 70);
        """;

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task WorkAsync(NpgsqlDataSource source, short worker)
    {
        await using var connection = await source.OpenConnectionAsync();
        while (true)
        {
            var messages = await ReadAsync(connection, worker);
            if (messages.Count == 0)
            {
                return;
            }

            var states = await LookAsync(connection, messages);
            await CommitAsync(connection, worker, messages, states);
        }
    }

    private static async Task<List<(long Seq, Guid Id, Hop Message)>> ReadAsync(NpgsqlConnection connection, short worker)
    {
        await using var command = new NpgsqlCommand("select seq, message_id, body from queue where worker = $1 order by seq limit $2", connection);
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = worker });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Batch });
        var rows = new List<(long, Guid, Hop)>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add((reader.GetInt64(0), reader.GetGuid(1), JsonSerializer.Deserialize<Hop>(reader.GetFieldValue<byte[]>(2), JsonSerializerOptions.Web)!));
        }

        return rows;
    }

    private static async Task<Dictionary<string, (long Version, HopState State)>> LookAsync(NpgsqlConnection connection, List<(long Seq, Guid Id, Hop Message)> messages)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select s.key, s.version, s.data::text from unnest($1) k(key) join state s on s.key = k.key")
        {
            Parameters = { Array(messages.Select(message => message.Message.Key).ToArray(), NpgsqlDbType.Text) },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select i.message_id from unnest($1) m(id) join inbox i on i.message_id = m.id")
        {
            Parameters = { Array(messages.Select(message => message.Id).ToArray(), NpgsqlDbType.Uuid) },
        });
        var states = new Dictionary<string, (long, HopState)>();
        await using var reader = await batch.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            states[reader.GetString(0)] = (reader.GetInt64(1), JsonSerializer.Deserialize<HopState>(reader.GetString(2), JsonSerializerOptions.Web)!);
        }

        return states;
    }

    private static async Task CommitAsync(
        NpgsqlConnection connection, short worker, List<(long Seq, Guid Id, Hop Message)> messages, Dictionary<string, (long Version, HopState State)> states)
    {
        var news = new Dictionary<string, (long Version, HopState State)>();
        foreach (var (_, _, message) in messages)
        {
            var (version, state) = news.TryGetValue(message.Key, out var chained) ? chained : states.GetValueOrDefault(message.Key, (0, new HopState()));
            news[message.Key] = (version, new HopState { Count = state.Count + 1, Sum = state.Sum + message.Left });
        }

        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("delete from queue q using unnest($1) d(seq) where q.worker = $2 and q.seq = d.seq")
        {
            Parameters = { Array(messages.Select(message => message.Seq).ToArray(), NpgsqlDbType.Bigint), new NpgsqlParameter<short> { TypedValue = worker } },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand("insert into inbox select * from unnest($1) on conflict do nothing returning message_id")
        {
            Parameters = { Array(messages.Select(message => message.Id).ToArray(), NpgsqlDbType.Uuid) },
        });
        var ordered = news.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToList();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("""
            insert into state as s (key, version, data) select key, 1, data from unnest($1, $2) u(key, data)
            on conflict (key) do update set version = s.version + 1, data = excluded.data returning key
            """)
        {
            Parameters =
            {
                Array(ordered.Select(entry => entry.Key).ToArray(), NpgsqlDbType.Text),
                Array(ordered.Select(entry => JsonSerializer.Serialize(entry.Value.State, JsonSerializerOptions.Web)).ToArray(), NpgsqlDbType.Jsonb),
            },
        });
        var next = messages.Where(message => message.Message.Left > 0).Select(message => message.Message with { Left = message.Message.Left - 1 }).ToList();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("insert into queue (worker, key, message_id, body) select $1, * from unnest($2, $3, $4)")
        {
            Parameters =
            {
                new NpgsqlParameter<short> { TypedValue = worker },
                Array(next.Select(message => message.Key).ToArray(), NpgsqlDbType.Text),
                Array(next.Select(_ => Guid.CreateVersion7()).ToArray(), NpgsqlDbType.Uuid),
                Array(next.Select(message => JsonSerializer.SerializeToUtf8Bytes(message, JsonSerializerOptions.Web)).ToArray(), NpgsqlDbType.Bytea),
            },
        });
        await batch.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    private static NpgsqlParameter<T[]> Array<T>(T[] values, NpgsqlDbType type) => new() { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };
}
