using Commerce.Agents.Storage;
using Npgsql;

namespace Commerce.Agents.PostgreSql;

/// <content>What operators see and do.</content>
internal sealed partial class PostgreSqlStore
{
    public async ValueTask<IReadOnlyList<ParkedKey>> ListParkedAsync(int limit)
    {
        using var command = Command(_sql.ListParked);
        command.Parameters.Add(Sql.Int(limit));
        return await ReadAsync(command, static reader => new ParkedKey(
            reader.GetString(0),
            reader.GetString(1),
            reader.GetGuid(2),
            reader.GetString(3),
            reader.GetInt16(4),
            reader.MaybeText(5) ?? "",
            reader.IsDBNull(6) ? null : reader.GetFieldValue<DateTimeOffset>(6),
            (int)reader.GetInt64(7))).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<DeadLetter>> ListDeadLettersAsync(DeadLetterQuery query)
    {
        using var command = Command(_sql.ListDeadLetters);
        AddParameters(command, query);
        return await ReadAsync(command, ReadDeadLetter).ConfigureAwait(false);
    }

    public async ValueTask<int> ReviveAsync(DeadLetterQuery query, DateTimeOffset now) => await TransactAsync(async (connection, transaction) =>
    {
        using var command = new NpgsqlCommand(_sql.ListDeadLetters, connection);
        AddParameters(command, query);
        var letters = await ReadAsync(command, ReadDeadLetter).ConfigureAwait(false);
        using var mark = new NpgsqlCommand(_sql.MarkReplayed, connection);
        mark.Parameters.Add(Sql.Longs([.. letters.Select(static letter => letter.Id)]));
        mark.Parameters.Add(Sql.Time(now));
        var marked = await ReadAsync(mark, static reader => reader.GetInt64(0)).ConfigureAwait(false);
        letters.RemoveAll(letter => !marked.Contains(letter.Id));
        if (letters.Count > 0)
        {
            await ParkAgainAsync(connection, transaction, letters, now).ConfigureAwait(false);
        }

        await transaction.CommitAsync().ConfigureAwait(false);
        return letters.Count;
    }).ConfigureAwait(false);

    public async ValueTask<StoreStatus> MeasureAsync()
    {
        var now = Setup.Clock.GetUtcNow();
        using var command = Command(_sql.Measure);
        return (await ReadAsync(command, reader => new StoreStatus(
            reader.GetInt64(0),
            TimeSpan.FromSeconds(Math.Max(reader.GetDouble(1), 0)),
            !reader.IsDBNull(2) && now - reader.GetFieldValue<DateTimeOffset>(2) is var lag && lag > TimeSpan.Zero ? lag : TimeSpan.Zero,
            (int)reader.GetInt64(3),
            reader.GetInt64(4),
            Leases.Usable().Length)).ConfigureAwait(false))[0];
    }

    public async ValueTask<IReadOnlyList<AgentNode>> ListNodesAsync()
    {
        using var command = Command(_sql.ListNodes);
        return await ReadAsync(command, static reader => new AgentNode(
            reader.GetGuid(0), reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetFieldValue<int[]>(3))).ConfigureAwait(false);
    }

    public async ValueTask SetPausedAsync(string agent, bool isPaused)
    {
        using var command = Command(_sql.SetPaused);
        command.Parameters.Add(Sql.Text(agent));
        command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = isPaused });
        await ExecuteAsync(command).ConfigureAwait(false);
    }

    private async Task ParkAgainAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, List<DeadLetter> letters, DateTimeOffset now)
    {
        var consumers = Sql.Smalls([.. letters.Select(letter => Consumer(letter.Agent))]);
        var keys = Sql.Texts([.. letters.Select(static letter => letter.Key)]);
        using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(Sql.Command(_sql.LockForReplay, consumers.Clone(), keys.Clone(), Sql.Time(now)));
        batch.BatchCommands.Add(Sql.Command(
            _sql.InsertParked,
            consumers.Clone(),
            keys.Clone(),
            Sql.Smalls([.. letters.Select(static letter => Shards.Of(letter.Agent, letter.Key))]),
            Sql.Ids([.. letters.Select(static letter => letter.MessageId)]),
            Sql.Texts([.. letters.Select(static letter => letter.MessageType)]),
            Sql.Jsons([.. letters.Select(static letter => EnvelopeHeaders.Write(letter.Envelope))]),
            Sql.Bytes([.. letters.Select(letter => Setup.Json.Write(letter.Message))]),
            Sql.Smalls(new short[letters.Count]),
            Sql.MaybeTimes(new DateTimeOffset?[letters.Count]),
            Sql.Texts([.. letters.Select(static letter => letter.Error)])));
        batch.BatchCommands.Add(Sql.Command(_sql.MakeHeadsDue, consumers.Clone(), keys.Clone(), Sql.Time(now)));
        await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    private static void AddParameters(NpgsqlCommand command, DeadLetterQuery query)
    {
        command.Parameters.Add(Sql.Longs([.. query.Ids]));
        command.Parameters.Add(Sql.Text(query.Agent));
        command.Parameters.Add(Sql.Text(query.MessageType));
        command.Parameters.Add(Sql.MaybeTime(query.From));
        command.Parameters.Add(Sql.MaybeTime(query.Until));
        command.Parameters.Add(Sql.Int(query.Limit));
    }

    private DeadLetter ReadDeadLetter(NpgsqlDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetString(1),
        reader.GetString(2),
        Envelope(reader, 3),
        reader.GetString(4),
        reader.GetString(7),
        reader.GetString(8),
        reader.GetInt16(9),
        reader.GetFieldValue<DateTimeOffset>(10));
}
