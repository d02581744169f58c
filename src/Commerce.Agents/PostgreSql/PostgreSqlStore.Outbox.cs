using Commerce.Agents.Storage;
using Commerce.Agents.Transport;
using Npgsql;

namespace Commerce.Agents.PostgreSql;

/// <content>The outbox, which is the queue as well while no other transport carries messages; answers; the journal of calls outside.</content>
internal sealed partial class PostgreSqlStore
{
    private const int LargeState = 32 * 1024;

    public async ValueTask AppendAsync(IReadOnlyList<Delivery> deliveries, ICollection<Delivery> outbox, object? transaction = null)
    {
        if (transaction is null)
        {
            await _appends.AskAsync(deliveries).ConfigureAwait(false);
        }
        else if (transaction is NpgsqlTransaction { Connection: { } connection } own)
        {
            using var batch = new NpgsqlBatch(connection, own);
            batch.BatchCommands.Add(Sql.Command(Statements.BeginWriting));
            CommitPlan.AddOutbox(deliveries, this, _sql, batch);
            await GuardAsync(() => batch.ExecuteNonQueryAsync()).ConfigureAwait(false);
        }
        else
        {
            throw new NotSupportedException($"A message joins an open NpgsqlTransaction, not a {transaction.GetType().Name} or one that has ended.");
        }

        foreach (var delivery in deliveries)
        {
            outbox.Add(delivery);
        }
    }

    public async ValueTask<IReadOnlyList<Delivery>> ReadOutboxAsync(int limit)
    {
        var shards = Leases.Usable();
        if (shards.Length == 0)
        {
            return [];
        }

        using var command = Command(_sql.ReadOutbox);
        command.Parameters.Add(Sql.Smalls(shards));
        command.Parameters.Add(Sql.Int(Math.Max(limit / shards.Length, 20)));
        return await ReadAsync(command, static reader => new Delivery(
            reader.MaybeText(2) ?? "", reader.GetString(3), Envelope(reader, 4, Raw), reader.GetInt64(1), reader.MaybeText(8))).ConfigureAwait(false);
    }

    public async ValueTask DeleteOutboxAsync(IReadOnlyCollection<Delivery> deliveries)
    {
        using var command = Command(_sql.DeleteOwnedOutbox);
        command.Parameters.Add(Sql.Smalls([.. deliveries.Select(static row => Shards.Of(row.Topic ?? row.Agent, row.Key))]));
        command.Parameters.Add(Sql.Longs([.. deliveries.Select(static row => row.Sequence)]));
        command.Parameters.Add(Sql.Id(Setup.Node));
        await ExecuteAsync(command).ConfigureAwait(false);
    }

    public async ValueTask RefuseOutboxAsync(Delivery delivery, string error)
    {
        var name = delivery.Topic ?? delivery.Agent;
        using var batch = Source.CreateBatch();
        batch.BatchCommands.Add(Sql.Command(_sql.AddConsumers, Sql.Texts([name])));
        batch.BatchCommands.Add(Sql.Command(
            _sql.RefuseOutbox,
            Sql.Small(Shards.Of(name, delivery.Key)),
            Sql.Longs([delivery.Sequence]),
            Sql.Text(name),
            Sql.Text(error),
            Sql.Time(Setup.Clock.GetUtcNow())));
        await GuardAsync(() => batch.ExecuteNonQueryAsync()).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<KeyValuePair<Guid, string>>> TakeRepliesAsync(Guid node)
    {
        using var command = Command(_sql.TakeReplies);
        command.Parameters.Add(Sql.Id(node));
        return await ReadAsync(command, static reader => KeyValuePair.Create(reader.GetGuid(0), reader.GetString(1))).ConfigureAwait(false);
    }

    public async ValueTask<EffectEntry?> AnnounceEffectAsync(EffectId id, Type type)
    {
        var (isKnown, outcome) = await _announcements.AskAsync(id).ConfigureAwait(false);
        return isKnown ? new EffectEntry(outcome is null ? null : Setup.Json.ReadValue(outcome, type)) : null;
    }

    public async ValueTask DropIntentAsync(EffectId id)
    {
        using var command = Command(_sql.DropIntent);
        command.Parameters.Add(Sql.Small(Consumer(id.Agent)));
        command.Parameters.Add(Sql.Id(id.MessageId));
        command.Parameters.Add(Sql.Text(id.Step));
        await ExecuteAsync(command).ConfigureAwait(false);
    }

    public async ValueTask PutOutcomeAsync(EffectId id, object outcome, Type type) =>
        await _outcomes.AskAsync((id, Setup.Json.WriteValue(outcome, type))).ConfigureAwait(false);

    /// <summary>Reads what waits in the outbox for agents of this process, beside what it has in hand, and which transactions were on their way just before.</summary>
    internal async Task<(List<(short Shard, Delivery Delivery)> Rows, long Oldest, long Next)> ReadQueueAsync(QueueLook look, int limit)
    {
        using var batch = Source.CreateBatch();
        batch.BatchCommands.Add(Sql.Command(_sql.ReadSnapshot));
        batch.BatchCommands.Add(Sql.Command(
            _sql.ReadQueue, Sql.Smalls(look.Shards), Sql.Longs(look.Floors), Sql.Smalls(look.Consumers), Sql.Longs(look.InHand), Sql.Int(limit)));
        return await GuardAsync(async () =>
        {
            var rows = new List<(short Shard, Delivery Delivery)>();
            var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await reader.ReadAsync().ConfigureAwait(false);
                var (oldest, next) = (reader.GetInt64(0), reader.GetInt64(1));
                await reader.NextResultAsync().ConfigureAwait(false);
                while (await reader.ReadAsync().ConfigureAwait(false))
                {
                    rows.Add((reader.GetInt16(0), new Delivery(
                        _names[reader.GetInt16(2)], reader.GetString(3), Envelope(reader, 4), reader.GetInt64(1))));
                }

                return (rows, oldest, next);
            }
        }).ConfigureAwait(false);
    }

    internal string WriteState(string agent, object state)
    {
        var json = Setup.Json.WriteValue(state, Setup.StateTypeOf(agent));
        if (json.Length > LargeState)
        {
            _log.LargeState(agent, json.Length);
        }

        return json;
    }

    internal Envelope Envelope(NpgsqlDataReader reader, int column) => Envelope(reader, column, Setup.Json.Read);

    private static Envelope Envelope(NpgsqlDataReader reader, int column, Func<string, ReadOnlyMemory<byte>, IMessage> read) => EnvelopeHeaders.Read(
        reader.GetGuid(column), read(reader.GetString(column + 1), reader.GetFieldValue<byte[]>(column + 3)), reader.GetString(column + 2));

    /// <summary>Leaves a message as it is, for a transport that only passes it on.</summary>
    private static RawMessage Raw(string type, ReadOnlyMemory<byte> body) => new(type, body);

    private Task<IReadOnlyList<int>> WriteOutboxAsync(IReadOnlyList<IReadOnlyList<Delivery>> groups) => GuardAsync(async () =>
    {
        using var batch = Source.CreateBatch();
        batch.BatchCommands.Add(Sql.Command(Statements.BeginWriting));
        CommitPlan.AddOutbox([.. groups.SelectMany(static group => group)], this, _sql, batch);
        await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
        return (IReadOnlyList<int>)[.. groups.Select(static group => group.Count)];
    });

    /// <summary>Reads what is known of calls and announces the others, in one step.</summary>
    private Task<IReadOnlyList<(bool IsKnown, string? Outcome)>> AnnounceAsync(IReadOnlyList<EffectId> ids) => GuardAsync(async () =>
    {
        var known = new (bool IsKnown, string? Outcome)[ids.Count];
        using var batch = Source.CreateBatch();
        batch.BatchCommands.Add(Sql.Command(_sql.FindEffects, Keys(ids)));
        batch.BatchCommands.Add(Sql.Command(_sql.PutIntents, Keys(ids)));
        var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync().ConfigureAwait(false))
            {
                known[reader.GetInt32(0)] = (true, reader.MaybeText(1));
            }
        }

        return (IReadOnlyList<(bool IsKnown, string? Outcome)>)known;
    });

    private async Task<IReadOnlyList<int>> WriteOutcomesAsync(IReadOnlyList<(EffectId Id, string Outcome)> outcomes)
    {
        using var command = Command(_sql.PutOutcomes);
        foreach (var parameter in Keys([.. outcomes.Select(static outcome => outcome.Id)]))
        {
            command.Parameters.Add(parameter);
        }

        command.Parameters.Add(Sql.Jsons([.. outcomes.Select(static outcome => outcome.Outcome)]));
        await ExecuteAsync(command).ConfigureAwait(false);
        return new int[outcomes.Count];
    }

    private NpgsqlParameter[] Keys(IReadOnlyList<EffectId> ids) =>
    [
        Sql.Smalls([.. ids.Select(id => Consumer(id.Agent))]),
        Sql.Ids([.. ids.Select(static id => id.MessageId)]),
        Sql.Texts([.. ids.Select(static id => id.Step)]),
    ];
}
