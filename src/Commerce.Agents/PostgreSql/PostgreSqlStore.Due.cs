using Commerce.Agents.Storage;
using Commerce.Agents.Transport;
using Npgsql;

namespace Commerce.Agents.PostgreSql;

/// <content>What is due: schedules and parked keys of the shards that this process owns.</content>
internal sealed partial class PostgreSqlStore
{
    private const int SchedulesPerShard = 50;

    public async ValueTask<DateTimeOffset?> NextDueAsync()
    {
        using var command = Command(_sql.NextDue);
        command.Parameters.Add(Sql.Smalls(Leases.Usable()));
        return (await ReadAsync(command, static reader => reader.IsDBNull(0) ? (DateTimeOffset?)null : reader.GetFieldValue<DateTimeOffset>(0))
            .ConfigureAwait(false))[0];
    }

    public async ValueTask<bool> FireSchedulesAsync(DateTimeOffset now, Func<DueSchedule, FiredSchedule> fire, ICollection<Delivery> outbox)
    {
        var shards = Leases.Usable();
        return await TransactAsync(async (connection, transaction) =>
        {
            var due = await TakeSchedulesAsync(connection, shards, now).ConfigureAwait(false);
            if (due.Count == 0)
            {
                return false;
            }

            var fired = due.ConvertAll(row => (row.Id, Fired: fire(row.Due)));
            List<Delivery> deliveries = [.. fired.SelectMany(static row => row.Fired.Deliveries)];
            using var batch = new NpgsqlBatch(connection, transaction);
            batch.BatchCommands.Add(Sql.Command(
                _sql.DeleteSchedules, Sql.Ids([.. fired.Where(static row => row.Fired.Next is null).Select(static row => row.Id)])));
            var moved = fired.FindAll(static row => row.Fired.Next is not null);
            if (moved.Count > 0)
            {
                batch.BatchCommands.Add(Sql.Command(
                    _sql.MoveSchedules, Sql.Ids([.. moved.Select(static row => row.Id)]), Sql.MaybeTimes([.. moved.Select(static row => row.Fired.Next)])));
            }

            CommitPlan.AddOutbox(deliveries, this, _sql, batch);
            await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
            await transaction.CommitAsync().ConfigureAwait(false);
            deliveries.ForEach(outbox.Add);
            return due.Count >= SchedulesPerShard;
        }).ConfigureAwait(false);
    }

    public async ValueTask EnsureScheduleAsync(string name, DateTimeOffset dueAt)
    {
        using var command = Command(_sql.EnsureSchedule);
        command.Parameters.Add(Sql.Id(Guid.CreateVersion7(Setup.Clock.GetUtcNow())));
        command.Parameters.Add(Sql.Small(Shards.Of("", name)));
        command.Parameters.Add(Sql.Time(dueAt));
        command.Parameters.Add(Sql.Text(name));
        await ExecuteAsync(command).ConfigureAwait(false);
    }

    public async ValueTask<IReadOnlyList<(string Agent, string Key)>> TakeDueParkedAsync(DateTimeOffset now, DateTimeOffset until)
    {
        using var command = Command(_sql.TakeParked);
        command.Parameters.Add(Sql.Smalls(Leases.Usable()));
        command.Parameters.Add(Sql.Time(now));
        command.Parameters.Add(Sql.Time(until));
        command.Parameters.Add(Sql.Smalls(ConsumerIds()));
        return await ReadAsync(command, reader => (_names[reader.GetInt16(0)], reader.GetString(1))).ConfigureAwait(false);
    }

    public async ValueTask<bool> RetryParkedAsync(string agent, string key, DateTimeOffset at)
    {
        using var command = Command(_sql.RetryParked);
        command.Parameters.Add(Sql.Small(Consumer(agent)));
        command.Parameters.Add(Sql.Text(key));
        command.Parameters.Add(Sql.Time(at));
        return await ExecuteAsync(command).ConfigureAwait(false) > 0;
    }

    public async ValueTask<IReadOnlyList<ParkedMessage>> ReadParkedAsync(string agent, string key, int limit)
    {
        using var command = Command(_sql.ReadParked);
        command.Parameters.Add(Sql.Small(Consumer(agent)));
        command.Parameters.Add(Sql.Text(key));
        command.Parameters.Add(Sql.Int(limit));
        return await ReadAsync(command, reader => new ParkedMessage(
            Envelope(reader, 0),
            reader.GetInt16(4),
            reader.IsDBNull(5) ? null : reader.GetFieldValue<DateTimeOffset>(5),
            reader.MaybeText(6))).ConfigureAwait(false);
    }

    private async Task<List<(Guid Id, DueSchedule Due)>> TakeSchedulesAsync(NpgsqlConnection connection, short[] shards, DateTimeOffset now)
    {
        using var command = new NpgsqlCommand(_sql.TakeSchedules, connection);
        command.Parameters.Add(Sql.Smalls(shards));
        command.Parameters.Add(Sql.Time(now));
        command.Parameters.Add(Sql.Int(SchedulesPerShard));
        return await ReadAsync(command, reader => (
            reader.GetGuid(0),
            new DueSchedule(
                reader.MaybeText(1),
                reader.GetFieldValue<DateTimeOffset>(2),
                reader.IsDBNull(3) ? null : Envelope(reader, 3)))).ConfigureAwait(false);
    }
}
