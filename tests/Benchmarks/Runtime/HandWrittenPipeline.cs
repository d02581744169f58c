using System.Diagnostics;
using System.Text.Json;
using Commerce.Integration.Servers;
using Confluent.Kafka;
using Npgsql;
using NpgsqlTypes;

namespace Commerce.Benchmarks;

/// <summary>The baseline over Kafka: one consumer and one producer, batches of up to 128 for each of four partitions; look, commit with inbox, state and outbox, produce what was committed, wait, delete, store the offset. No headers, leases, retries or versions of anybody else.</summary>
internal static class HandWrittenPipeline
{
    private const int Partitions = 4;
    private const int Batch = 128;
    private const string Topic = "hops";

    internal static async Task<(double Rate, bool IsCorrect)> RunAsync(string database, int hops)
    {
        using var kafka = KafkaMock.Start();
        await using var source = NpgsqlDataSource.Create(database + ";Max Auto Prepare=32;Auto Prepare Min Usages=2");
        await using (var tables = source.CreateCommand(Tables))
        {
            await tables.ExecuteNonQueryAsync();
        }

        using var producer = new ProducerBuilder<string, byte[]>(new ProducerConfig
        {
            BootstrapServers = kafka.BootstrapServers, Acks = Acks.All, EnableIdempotence = true, LingerMs = 2, SocketNagleDisable = true,
        }).Build();
        await Task.WhenAll(Enumerable.Range(0, Hop.Keys).Select(i => SendAsync(producer, Guid.CreateVersion7(), new Hop($"key-{i}", hops, Hop.Filling))));
        using var consumer = new ConsumerBuilder<string, byte[]>(new ConsumerConfig
        {
            BootstrapServers = kafka.BootstrapServers, GroupId = "by-hand", EnableAutoOffsetStore = false, AutoOffsetReset = AutoOffsetReset.Earliest, FetchWaitMaxMs = 20, SocketNagleDisable = true,
        }).Build();
        consumer.Assign(Enumerable.Range(0, Partitions).Select(partition => new TopicPartitionOffset(Topic, partition, Offset.Beginning)));
        var total = Hop.Keys * (hops + 1);
        var started = Stopwatch.GetTimestamp();
        for (var handled = 0; handled < total;)
        {
            handled += await PassAsync(source, consumer, producer);
        }

        var rate = total / Stopwatch.GetElapsedTime(started).TotalSeconds;
        await using var check = source.CreateCommand("select count(*) from state where (data->>'count')::int = $1");
        check.Parameters.Add(new NpgsqlParameter<int> { TypedValue = hops + 1 });
        return (rate, (long)(await check.ExecuteScalarAsync())! == Hop.Keys);
    }

    private const string Tables = """
        create table outbox (seq bigint generated always as identity primary key, key text not null, message_id uuid not null, body bytea not null);
        create table inbox (message_id uuid primary key);
        create table state (key text collate "C" primary key, version bigint not null, data jsonb not null) with (fillfactor = 70);
        """;

    private static async Task<int> PassAsync(NpgsqlDataSource source, IConsumer<string, byte[]> consumer, IProducer<string, byte[]> producer)
    {
        var byPartition = new Dictionary<int, List<ConsumeResult<string, byte[]>>>();
        var count = 0;
        while (count < Batch * Partitions && consumer.Consume(TimeSpan.FromMilliseconds(count == 0 ? 100 : 0)) is { } record)
        {
            (byPartition.TryGetValue(record.Partition.Value, out var records) ? records : byPartition[record.Partition.Value] = []).Add(record);
            count++;
        }

        await Task.WhenAll(byPartition.Values.SelectMany(records => records.Chunk(Batch).Take(1)).Select(records => Task.Run(() => HandleAsync(source, producer, records))));
        var late = byPartition.Values.SelectMany(records => records.Chunk(Batch).Skip(1)).ToList();
        foreach (var records in late)
        {
            await HandleAsync(source, producer, records);
        }

        foreach (var records in byPartition.Values)
        {
            consumer.StoreOffset(records[^1]);
        }

        return count;
    }

    private static async Task HandleAsync(NpgsqlDataSource source, IProducer<string, byte[]> producer, ConsumeResult<string, byte[]>[] records)
    {
        await using var connection = await source.OpenConnectionAsync();
        var messages = records.Select(record => (
            Id: new Guid(record.Message.Headers.GetLastBytes("id")), Message: JsonSerializer.Deserialize<Hop>(record.Message.Value, JsonSerializerOptions.Web)!)).ToList();
        var states = await LookAsync(connection, messages);
        var news = new Dictionary<string, HopState>();
        foreach (var (_, message) in messages)
        {
            var state = news.GetValueOrDefault(message.Key) ?? states.GetValueOrDefault(message.Key) ?? new HopState();
            news[message.Key] = new HopState { Count = state.Count + 1, Sum = state.Sum + message.Left };
        }

        var next = messages.Where(message => message.Message.Left > 0)
            .Select(message => (Id: Guid.CreateVersion7(), Message: message.Message with { Left = message.Message.Left - 1 })).ToList();
        var sequences = await CommitAsync(connection, messages, news, next);
        await Task.WhenAll(next.Select(message => SendAsync(producer, message.Id, message.Message)));
        await using var delete = new NpgsqlCommand("delete from outbox where seq = any($1)", connection);
        delete.Parameters.Add(Array(sequences.ToArray(), NpgsqlDbType.Bigint));
        await delete.ExecuteNonQueryAsync();
    }

    private static Task SendAsync(IProducer<string, byte[]> producer, Guid id, Hop message)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        producer.Produce(
            Topic,
            new Message<string, byte[]> { Key = message.Key, Value = JsonSerializer.SerializeToUtf8Bytes(message, JsonSerializerOptions.Web), Headers = [new Header("id", id.ToByteArray())] },
            report => done.SetResult());
        return done.Task;
    }

    private static async Task<Dictionary<string, HopState>> LookAsync(NpgsqlConnection connection, List<(Guid Id, Hop Message)> messages)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select s.key, s.data::text from unnest($1) k(key) join state s on s.key = k.key")
        {
            Parameters = { Array(messages.Select(message => message.Message.Key).ToArray(), NpgsqlDbType.Text) },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select i.message_id from unnest($1) m(id) join inbox i on i.message_id = m.id")
        {
            Parameters = { Array(messages.Select(message => message.Id).ToArray(), NpgsqlDbType.Uuid) },
        });
        var states = new Dictionary<string, HopState>();
        await using var reader = await batch.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            states[reader.GetString(0)] = JsonSerializer.Deserialize<HopState>(reader.GetString(1), JsonSerializerOptions.Web)!;
        }

        return states;
    }

    private static async Task<List<long>> CommitAsync(
        NpgsqlConnection connection, List<(Guid Id, Hop Message)> messages, Dictionary<string, HopState> news, List<(Guid Id, Hop Message)> next)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("insert into inbox select * from unnest($1) on conflict do nothing")
        {
            Parameters = { Array(messages.Select(message => message.Id).ToArray(), NpgsqlDbType.Uuid) },
        });
        var ordered = news.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToList();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("""
            insert into state as s (key, version, data) select key, 1, data from unnest($1, $2) u(key, data)
            on conflict (key) do update set version = s.version + 1, data = excluded.data
            """)
        {
            Parameters =
            {
                Array(ordered.Select(entry => entry.Key).ToArray(), NpgsqlDbType.Text),
                Array(ordered.Select(entry => JsonSerializer.Serialize(entry.Value, JsonSerializerOptions.Web)).ToArray(), NpgsqlDbType.Jsonb),
            },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand("insert into outbox (key, message_id, body) select * from unnest($1, $2, $3) returning seq")
        {
            Parameters =
            {
                Array(next.Select(message => message.Message.Key).ToArray(), NpgsqlDbType.Text),
                Array(next.Select(message => message.Id).ToArray(), NpgsqlDbType.Uuid),
                Array(next.Select(message => JsonSerializer.SerializeToUtf8Bytes(message.Message, JsonSerializerOptions.Web)).ToArray(), NpgsqlDbType.Bytea),
            },
        });
        var sequences = new List<long>();
        await using (var reader = await batch.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                sequences.Add(reader.GetInt64(0));
            }
        }

        await transaction.CommitAsync();
        return sequences;
    }

    private static NpgsqlParameter<T[]> Array<T>(T[] values, NpgsqlDbType type) => new() { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };
}
