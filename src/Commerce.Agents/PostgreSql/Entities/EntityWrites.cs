using Commerce.Agents.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Commerce.Agents.PostgreSql.Entities;

/// <summary>Puts changes of entities into a batch: at most seven statements for each type, however many changes.</summary>
internal sealed class EntityWrites(EntityTables tables, EntityDocuments documents)
{
    /// <summary>Adds the statements of changes to a batch of one transaction.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="changes">The changes. Of several of one entity only the first can hold.</param>
    /// <param name="now">The time of the changes.</param>
    /// <param name="done">Changes that are written already.</param>
    /// <returns>What to ask for the outcome.</returns>
    internal EntityStage Stage(
        NpgsqlBatch batch, IReadOnlyList<EntityChange> changes, DateTimeOffset now, IReadOnlySet<int>? done = null)
    {
        var stage = new EntityStage(changes);
        var seen = new HashSet<(Type, Guid)>();
        var groups = Enumerable.Range(0, changes.Count)
            .Where(place => seen.Add((changes[place].Type, changes[place].Id)) && done?.Contains(place) != true)
            .GroupBy(place => changes[place].Type)
            .OrderBy(group => tables.Table(group.Key), StringComparer.Ordinal);
        foreach (var group in groups)
        {
            Stage(new Target(batch, stage, tables.Table(group.Key), changes, now), [.. group.OrderBy(place => changes[place].Id)]);
        }

        return stage;
    }

    private void Stage(Target target, IReadOnlyList<int> places)
    {
        List<int> creates = [], updates = [], puts = [], deletes = [], drops = [], absent = [];
        foreach (var place in places)
        {
            var (_, _, value, expected, _) = target.Changes[place];
            var kind = (value, expected) switch
            {
                (null, 0) => absent,
                (null, null) => drops,
                (null, _) => deletes,
                (_, 0) => creates,
                (_, null) => puts,
                _ => updates,
            };
            kind.Add(place);
        }

        // All rows are locked in order of ids before any is written, or two batches could wait for each other.
        int[] locked = [.. updates, .. puts, .. deletes, .. drops];
        if (locked.Length > 1)
        {
            target.Add(
                $"select id from {target.Table} where id = any($1) order by id for update", [], EntityStage.Outcome.AlwaysHolds, Ids(target, locked));
        }

        Create(target, creates);
        Update(target, updates);
        Put(target, puts);
        Delete(target, deletes);
        if (drops.Count > 0)
        {
            target.Add(
                $"delete from {target.Table} where id = any($1) returning id", drops, EntityStage.Outcome.AlwaysHolds, Ids(target, drops));
        }

        if (absent.Count > 0)
        {
            target.Add($"select id from {target.Table} where id = any($1)", absent, EntityStage.Outcome.FailsWhenReturned, Ids(target, absent));
        }
    }

    private void Create(Target target, List<int> places)
    {
        if (places.Count > 0)
        {
            target.Add(
                $"""
                insert into {target.Table} (id, version, created_at, updated_at, tenant, data)
                select id, 1, $4, $4, tenant, data from unnest($1, $2, $3) as new (id, tenant, data) order by id
                on conflict (id) do nothing
                returning id, version, created_at, updated_at, tenant
                """,
                places, EntityStage.Outcome.HoldsWhenReturned, Ids(target, places), Tenants(target, places), Data(target, places), Now(target));
        }
    }

    private void Update(Target target, List<int> places)
    {
        if (places.Count > 0)
        {
            target.Add(
                $"""
                update {target.Table} as old
                set version = old.version + 1, updated_at = $4, tenant = coalesce(new.tenant, old.tenant), data = new.data
                from unnest($1, $2, $3, $5) as new (id, tenant, data, version)
                where old.id = new.id and old.version = new.version
                returning old.id, old.version, old.created_at, old.updated_at, old.tenant
                """,
                places, EntityStage.Outcome.HoldsWhenReturned,
                Ids(target, places), Tenants(target, places), Data(target, places), Now(target), Versions(target, places));
        }
    }

    private void Put(Target target, List<int> places)
    {
        if (places.Count > 0)
        {
            target.Add(
                $"""
                insert into {target.Table} as old (id, version, created_at, updated_at, tenant, data)
                select id, 1, $4, $4, tenant, data from unnest($1, $2, $3) as new (id, tenant, data) order by id
                on conflict (id) do update
                set version = old.version + 1, updated_at = $4, tenant = coalesce(excluded.tenant, old.tenant), data = excluded.data
                returning id, version, created_at, updated_at, tenant
                """,
                places, EntityStage.Outcome.HoldsWhenReturned, Ids(target, places), Tenants(target, places), Data(target, places), Now(target));
        }
    }

    private static void Delete(Target target, List<int> places)
    {
        if (places.Count > 0)
        {
            target.Add(
                $"""
                delete from {target.Table} as old using unnest($1, $2) as gone (id, version)
                where old.id = gone.id and old.version = gone.version
                returning old.id
                """,
                places, EntityStage.Outcome.HoldsWhenReturned, Ids(target, places), Versions(target, places));
        }
    }

    private static NpgsqlParameter<Guid[]> Ids(Target target, IEnumerable<int> places) => new()
    {
        TypedValue = [.. places.Select(place => target.Changes[place].Id)],
        NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid,
    };

    private static NpgsqlParameter<string?[]> Tenants(Target target, IEnumerable<int> places) => new()
    {
        TypedValue = [.. places.Select(place => target.Changes[place].Tenant?.ToString())],
        NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text,
    };

    private static NpgsqlParameter<long[]> Versions(Target target, IEnumerable<int> places) => new()
    {
        TypedValue = [.. places.Select(place => target.Changes[place].ExpectedVersion!.Value)],
        NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint,
    };

    private static NpgsqlParameter<DateTimeOffset> Now(Target target) => new()
    {
        TypedValue = target.Now.ToUniversalTime(),
        NpgsqlDbType = NpgsqlDbType.TimestampTz,
    };

    private NpgsqlParameter<string[]> Data(Target target, IEnumerable<int> places) => new()
    {
        TypedValue = [.. places.Select(place => documents.Write(target.Changes[place]))],
        NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
    };

    private sealed record Target(NpgsqlBatch Batch, EntityStage Stage, string Table, IReadOnlyList<EntityChange> Changes, DateTimeOffset Now)
    {
        internal void Add(string sql, IReadOnlyList<int> places, EntityStage.Outcome outcome, params NpgsqlParameter[] parameters)
        {
            var command = new NpgsqlBatchCommand(sql);
            command.Parameters.AddRange(parameters);
            Batch.BatchCommands.Add(command);
            Stage.Add(places, outcome);
        }
    }
}
