using Commerce.Agents.PostgreSql.Entities;
using Commerce.Agents.Storage;
using Commerce.Agents.Transport;
using Npgsql;

namespace Commerce.Agents.PostgreSql;

/// <content>A batch: looked at, handled, committed.</content>
internal sealed partial class PostgreSqlStore
{
    public async ValueTask LookAsync(IReadOnlyList<KeyLook> keys)
    {
        using var batch = Source.CreateBatch();
        batch.BatchCommands.Add(Sql.Command(
            _sql.LookStates, Sql.Smalls([.. keys.Select(look => Consumer(look.Agent))]), Sql.Texts([.. keys.Select(static look => look.Key)])));
        var messages = new List<(KeyLook Look, int Place)>();
        foreach (var look in keys)
        {
            for (var i = 0; i < look.MessageIds.Count; i++)
            {
                messages.Add((look, i));
            }
        }

        if (messages.Count > 0)
        {
            batch.BatchCommands.Add(Sql.Command(
                _sql.LookInbox,
                Sql.Smalls([.. messages.Select(message => Consumer(message.Look.Agent))]),
                Sql.Ids([.. messages.Select(static message => message.Look.MessageIds[message.Place])])));
        }

        await GuardAsync(async () =>
        {
            var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync().ConfigureAwait(false))
                {
                    Fill(keys[reader.GetInt32(0)], reader);
                }

                await reader.NextResultAsync().ConfigureAwait(false);
                while (await reader.ReadAsync().ConfigureAwait(false))
                {
                    var (look, place) = messages[reader.GetInt32(0)];
                    look.Known.Add(place);
                }
            }

            return true;
        }).ConfigureAwait(false);
    }

    public async ValueTask<IAgentTransaction?> BeginAsync() => await GuardAsync(async () =>
    {
        var connection = await _handlers.OpenConnectionAsync().ConfigureAwait(false);
        try
        {
            return new OwnTransaction(connection, await connection.BeginTransactionAsync().ConfigureAwait(false));
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<KeyCommit>> CommitAsync(
        IReadOnlyList<KeyCommit> keys, ICollection<Delivery> outbox, IAgentTransaction? transaction = null)
    {
        // Every transaction locks keys in the same order, or two of them could wait for each other.
        var rest = keys.OrderBy(commit => Consumer(commit.Look.Agent)).ThenBy(static commit => commit.Look.Key, StringComparer.Ordinal).ToList();
        var leftOut = new List<KeyCommit>();
        while (rest.Count > 0)
        {
            var failed = transaction is OwnTransaction own
                ? await WriteAsync(rest, own.Transaction).ConfigureAwait(false)
                : await TransactAsync((_, shared) => WriteAsync(rest, shared)).ConfigureAwait(false);
            if (failed.Count == 0)
            {
                foreach (var delivery in rest.SelectMany(static commit => commit.Outbox))
                {
                    outbox.Add(delivery);
                }

                break;
            }

            leftOut.AddRange(failed);
            rest.RemoveAll(failed.Contains);
        }

        return leftOut;
    }

    /// <summary>Writes a batch and commits it, or tells which keys do not hold and writes nothing.</summary>
    private async Task<HashSet<KeyCommit>> WriteAsync(List<KeyCommit> commits, NpgsqlTransaction transaction)
    {
        using var batch = new NpgsqlBatch(transaction.Connection, transaction);
        var plan = new CommitPlan(this, _sql, batch, commits, Setup.Clock.GetUtcNow());
        plan.Add();
        var (changes, owners) = EntitiesOf(commits);
        var stage = changes.Count > 0 ? Entities.Stage(batch, changes, Setup.Clock.GetUtcNow()) : null;
        if (batch.BatchCommands.Count == 0)
        {
            await transaction.CommitAsync().ConfigureAwait(false);
            return [];
        }

        var failed = new HashSet<KeyCommit>();
        var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            await plan.JudgeAsync(reader, failed).ConfigureAwait(false);
            if (stage is not null)
            {
                foreach (var place in await stage.JudgeAsync(reader).ConfigureAwait(false))
                {
                    failed.Add(owners[place]);
                }
            }
        }

        if (failed.Count == 0)
        {
            await transaction.CommitAsync().ConfigureAwait(false);
        }
        else
        {
            await transaction.RollbackAsync().ConfigureAwait(false);
        }

        return failed;
    }

    private static (List<EntityChange> Changes, List<KeyCommit> Owners) EntitiesOf(List<KeyCommit> commits)
    {
        var changes = new List<EntityChange>();
        var owners = new List<KeyCommit>();
        foreach (var commit in commits)
        {
            foreach (var change in commit.Entities)
            {
                changes.Add(change);
                owners.Add(commit);
            }
        }

        return (changes, owners);
    }

    private void Fill(KeyLook look, NpgsqlDataReader reader)
    {
        look.Version = reader.GetInt64(1);
        look.State = reader.MaybeText(2) is { } json ? Setup.Json.ReadValue(json, Setup.StateTypeOf(look.Agent)) : null;
        look.Steps = Setup.Json.ReadSteps(reader.MaybeText(3));
        look.IsParked = reader.GetBoolean(4);
    }
}
