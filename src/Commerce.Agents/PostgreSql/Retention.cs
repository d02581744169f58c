using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Commerce.Agents.PostgreSql;

/// <summary>Keeps the tables small: inbox partitions come a week ahead and go when they are old, everything else goes in batches of a thousand.</summary>
internal static class Retention
{
    private const int Batch = 1_000;
    private const int DaysAhead = 8;

    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);
    private static readonly TimeSpan ReplyRetention = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ReplayedRetention = TimeSpan.FromDays(30);

    internal static async Task PassAsync(PostgreSqlStore store, ILogger log, CancellationToken cancellationToken)
    {
        await PreparePartitionsAsync(store, log).ConfigureAwait(false);
        await DropPartitionsAsync(store, log).ConfigureAwait(false);
        var outside = await CountDefaultAsync(store).ConfigureAwait(false);
        if (outside > 0)
        {
            log.InboxOutOfRange(outside);
        }

        await DeleteAsync(store, Effects, store.Options.InboxRetention, cancellationToken).ConfigureAwait(false);
        await DeleteAsync(store, Replies, ReplyRetention, cancellationToken).ConfigureAwait(false);
        await DeleteAsync(store, Replayed, ReplayedRetention, cancellationToken).ConfigureAwait(false);
        if (store.Options.CompletedRetention is { } completed)
        {
            await DeleteAsync(store, Completed, completed, cancellationToken).ConfigureAwait(false);
        }

        await Task.Delay(Pause, TimeProvider.System, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the partitions of yesterday and of the days to come.</summary>
    internal static async Task PreparePartitionsAsync(PostgreSqlStore store, ILogger log)
    {
        var existing = await PartitionsAsync(store).ConfigureAwait(false);
        var today = store.Setup.Clock.GetUtcNow().UtcDateTime.Date;
        for (var day = today.AddDays(-1); day <= today.AddDays(DaysAhead); day = day.AddDays(1))
        {
            var name = Name(day);
            if (!existing.Contains(name))
            {
                // A partition cannot be made over rows that lie in the default one already.
                await TryAsync(store, log, name, $"""
                    set local lock_timeout = '2s';
                    create table if not exists agents.{name} partition of agents.agent_inbox
                    for values from ('{FirstId(day)}') to ('{FirstId(day.AddDays(1))}')
                    """).ConfigureAwait(false);
            }
        }
    }

    private static async Task DropPartitionsAsync(PostgreSqlStore store, ILogger log)
    {
        var oldest = Name(store.Setup.Clock.GetUtcNow().UtcDateTime.Date - store.Options.InboxRetention - TimeSpan.FromDays(1));
        foreach (var name in await PartitionsAsync(store).ConfigureAwait(false))
        {
            if (name.Length == oldest.Length && string.CompareOrdinal(name, oldest) < 0)
            {
                await TryAsync(store, log, name, $"set local lock_timeout = '2s'; drop table agents.{name}").ConfigureAwait(false);
            }
        }
    }

    private static string Name(DateTime day) => $"agent_inbox_{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";

    private static Guid FirstId(DateTime day)
    {
        var milliseconds = new DateTimeOffset(day, TimeSpan.Zero).ToUnixTimeMilliseconds();
        return Guid.ParseExact(milliseconds.ToString("x12", CultureInfo.InvariantCulture) + new string('0', 20), "N");
    }

    private static async Task<List<string>> PartitionsAsync(PostgreSqlStore store)
    {
        using var command = store.Command(store.Text("""
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'agents.agent_inbox'::regclass
            """));
        return await store.ReadAsync(command, static reader => reader.GetString(0)).ConfigureAwait(false);
    }

    private static async Task TryAsync(PostgreSqlStore store, ILogger log, string partition, string sql)
    {
        try
        {
            var connection = await store.Source.OpenConnectionAsync().ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                var transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);
                await using (transaction.ConfigureAwait(false))
                {
                    using var command = new NpgsqlCommand(
                        store.Text("select pg_advisory_xact_lock(hashtext('agents.agent_inbox'));") + store.Text(sql), connection);
                    await command.ExecuteNonQueryAsync().ConfigureAwait(false);
                    await transaction.CommitAsync().ConfigureAwait(false);
                }
            }
        }
        catch (PostgresException exception)
        {
            log.PartitionPutOff(partition, exception.MessageText);
        }
    }

    private static async Task<long> CountDefaultAsync(PostgreSqlStore store)
    {
        using var command = store.Command(store.Text("select count(*) from (select from agents.agent_inbox_default limit 1000) d"));
        return (await store.ReadAsync(command, static reader => reader.GetInt64(0)).ConfigureAwait(false))[0];
    }

    private static async Task DeleteAsync(PostgreSqlStore store, string sql, TimeSpan age, CancellationToken cancellationToken)
    {
        int deleted;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var command = store.Command(store.Text(sql));
            command.Parameters.Add(Sql.Time(store.Setup.Clock.GetUtcNow() - age));
            command.Parameters.Add(Sql.Int(Batch));
            deleted = await store.ExecuteAsync(command).ConfigureAwait(false);
        }
        while (deleted == Batch);
    }

    // A message that still waits for another try, or for a person, needs to know what it has done already.
    private const string Effects = """
        delete from agents.agent_effect where (consumer, message_id, step) in (
          select e.consumer, e.message_id, e.step from agents.agent_effect e
          where e.at < $1
            and not exists (select from agents.agent_state s join agents.agent_parked p on p.consumer = s.consumer and p.key = s.key
              where s.is_parked and s.consumer = e.consumer and p.message_id = e.message_id)
            and not exists (select from agents.agent_dead_letter d
              where d.replayed_at is null and d.consumer = e.consumer and d.message_id = e.message_id)
          order by e.at limit $2)
        """;

    private const string Replies = """
        delete from agents.agent_reply where (node, message_id) in (
          select node, message_id from agents.agent_reply where at < least($1, clock_timestamp() - interval '10 minutes') order by at limit $2)
        """;

    private const string Replayed = """
        delete from agents.agent_dead_letter where id in (
          select id from agents.agent_dead_letter where replayed_at is not null and replayed_at < $1 order by replayed_at limit $2)
        """;

    private const string Completed = """
        delete from agents.agent_state where (consumer, key) in (
          select consumer, key from agents.agent_state where completed_at is not null and completed_at < $1 and not is_parked
          order by completed_at limit $2)
        """;
}
