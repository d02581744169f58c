using Commerce.Agents.Storage;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Commerce.Agents.PostgreSql;

/// <summary>Which shards this process owns. The database's clock decides; a process that was asleep stops by its own before others take over.</summary>
internal sealed class ShardLeases(PostgreSqlStore store, ILogger log)
{
    private readonly Lock _gate = new();
    private readonly Statements _sql = new(store.Options.Schema);
    private HashSet<short> _owned = [];
    private HashSet<short> _leaving = [];
    private long _renewedAt;
    private int _told = -1;

    /// <summary>Says whether messages of a shard are in hand; a shard is given back only without any.</summary>
    internal Func<short, bool> IsInUse { get; set; } = static _ => false;

    /// <summary>Is called when the owned shards have changed.</summary>
    internal Action Changed { get; set; } = static () => { };

    private TimeSpan Lease => store.Options.Lease;

    /// <summary>Gets the shards whose messages this process may take now.</summary>
    internal short[] Usable()
    {
        lock (_gate)
        {
            return TimeProvider.System.GetElapsedTime(_renewedAt) > Lease * 0.8 ? [] : [.. _owned.Except(_leaving)];
        }
    }

    internal async Task PassAsync(CancellationToken cancellationToken)
    {
        // Spread, so that processes that started together do not come together for ever.
        var spread = 0.9 + (store.Setup.Node.GetHashCode() & 0xFF) / 1275d;
        await Task.Delay(Lease / 5 * spread, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        await RenewAsync().ConfigureAwait(false);
    }

    internal async Task RenewAsync()
    {
        var started = TimeProvider.System.GetTimestamp();
        var (owned, nodes, paused) = await SeeAsync().ConfigureAwait(false);
        var share = (Shards.Count + nodes - 1) / nodes;
        var released = await GiveBackAsync(owned, share).ConfigureAwait(false);
        owned.ExceptWith(released);
        var claimed = owned.Count < share ? await ClaimAsync(share - owned.Count).ConfigureAwait(false) : [];
        owned.UnionWith(claimed);
        bool isChanged;
        lock (_gate)
        {
            isChanged = !_owned.SetEquals(owned);
            _owned = owned;
            _leaving.IntersectWith(owned);
            _renewedAt = started;
        }

        store.Setup.SetPaused(paused);
        if (isChanged)
        {
            if (_told != owned.Count)
            {
                _told = owned.Count;
                log.ShardsOwned(owned.Count, Shards.Count, nodes - 1);
            }

            Changed();
            store.Setup.WakeScheduler();
        }
    }

    /// <summary>Gives everything back at once: the process ends.</summary>
    internal async Task ReleaseAsync()
    {
        short[] owned;
        lock (_gate)
        {
            owned = [.. _owned];
            _owned = [];
        }

        using var batch = store.Source.CreateBatch();
        batch.BatchCommands.Add(Sql.Command(_sql.ReleaseShards, Sql.Id(store.Setup.Node), Sql.Smalls(owned)));
        batch.BatchCommands.Add(Sql.Command(_sql.ForgetNode, Sql.Id(store.Setup.Node)));
        await store.GuardAsync(() => batch.ExecuteNonQueryAsync()).ConfigureAwait(false);
    }

    private async Task<(HashSet<short> Owned, int Nodes, List<string> Paused)> SeeAsync()
    {
        using var batch = store.Source.CreateBatch();
        batch.BatchCommands.Add(Sql.Command(
            _sql.SeeNode, Sql.Id(store.Setup.Node), Sql.Text($"{Environment.MachineName}/{Environment.ProcessId}")));
        batch.BatchCommands.Add(Sql.Command(_sql.RenewShards, Sql.Id(store.Setup.Node), Sql.Span(Lease)));
        batch.BatchCommands.Add(Sql.Command(_sql.CountNodes, Sql.Span(Lease)));
        batch.BatchCommands.Add(Sql.Command(_sql.ReadPaused));
        return await store.GuardAsync(async () =>
        {
            var owned = new HashSet<short>();
            var paused = new List<string>();
            var nodes = 1;
            var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await ReadAllAsync(reader, () => owned.Add(reader.GetInt16(0))).ConfigureAwait(false);
                await ReadAllAsync(reader, () => nodes = Math.Max(reader.GetInt32(0), 1)).ConfigureAwait(false);
                await ReadAllAsync(reader, () => paused.Add(reader.GetString(0))).ConfigureAwait(false);
            }

            return (owned, nodes, paused);
        }).ConfigureAwait(false);
    }

    private static async Task ReadAllAsync(NpgsqlDataReader reader, Action row)
    {
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            row();
        }

        await reader.NextResultAsync().ConfigureAwait(false);
    }

    /// <summary>Stops taking from shards that others are short of, and gives back those of which nothing is in hand any more.</summary>
    private async Task<List<short>> GiveBackAsync(HashSet<short> owned, int share)
    {
        List<short> free;
        lock (_gate)
        {
            var surplus = owned.Count - share;
            _leaving = surplus > 0 ? [.. owned.OrderByDescending(_leaving.Contains).Take(surplus)] : [];
            free = [.. _leaving.Where(shard => !IsInUse(shard))];
        }

        if (free.Count > 0)
        {
            using var command = store.Command(_sql.ReleaseShards);
            command.Parameters.Add(Sql.Id(store.Setup.Node));
            command.Parameters.Add(Sql.Smalls([.. free]));
            await store.ExecuteAsync(command).ConfigureAwait(false);
        }

        return free;
    }

    private async Task<List<short>> ClaimAsync(int count)
    {
        using var command = store.Command(_sql.ClaimShards);
        command.Parameters.Add(Sql.Id(store.Setup.Node));
        command.Parameters.Add(Sql.Span(Lease));
        command.Parameters.Add(Sql.Int(count));
        return await store.ReadAsync(command, static reader => reader.GetInt16(0)).ConfigureAwait(false);
    }
}
