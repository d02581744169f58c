using System.Linq.Expressions;
using Commerce.Agents.Runtime;
using Commerce.Agents.Storage;

namespace Commerce.Agents.Entities;

/// <summary>
/// The repository of one handler run: reads the store, each entity once for all messages of its key in the batch, shows on top what was written
/// before it for its key in the same batch and what it has written itself, and stages that.
/// </summary>
internal sealed class StagedRepository<T> : IRepository<T>
    where T : class, IEntity
{
    private readonly KeyRun _run;
    private readonly IAgentStore _store;
    private readonly StagedEffects _effects;
    private readonly TenantId? _tenant;

    internal StagedRepository(KeyRun run, StagedEffects effects, TenantId? tenant)
    {
        run.Runtime.Topology.RequireEntity(typeof(T));
        _run = run;
        _store = run.Runtime.Store;
        _effects = effects;
        _tenant = tenant;
    }

    public async Task<Versioned<T>?> FindAsync(Guid id)
    {
        var row = await RowAsync(id).ConfigureAwait(false);
        return row is null || (_tenant is not null && row.Tenant != _tenant) ? null : Show(row);
    }

    public async Task<EntityPage<T>> ListAsync(EntityQuery<T> query)
    {
        ArgumentNullException.ThrowIfNull(query);
        query = query with { Tenant = query.Tenant ?? _tenant };
        var (rows, total) = Staged() is { Count: > 0 } staged
            ? await QueryOverAsync(query, staged).ConfigureAwait(false)
            : await _store.QueryEntitiesAsync(query).ConfigureAwait(false);
        return new EntityPage<T>([.. rows.Select(row => (T)row.Value)], total, query.HasNext(rows.Count, total));
    }

    public async Task<int> CountAsync(Expression<Func<T, bool>>? where = null) =>
        (await ListAsync(new EntityQuery<T> { Where = where, Limit = 1 }).ConfigureAwait(false)).Total;

    public async Task CreateAsync(T entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (!_effects.NewIds.Contains(entity.Id) && await RowAsync(entity.Id).ConfigureAwait(false) is not null)
        {
            throw EntityErrors.Exists(typeof(T), entity.Id);
        }

        Stage(entity.Id, entity, 0);
    }

    public async Task CreateManyAsync(IReadOnlyCollection<T> entities)
    {
        ArgumentNullException.ThrowIfNull(entities);
        foreach (var entity in entities)
        {
            await CreateAsync(entity).ConfigureAwait(false);
        }
    }

    public async Task UpdateAsync(T entity, long? version = null)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var row = await RowAsync(entity.Id).ConfigureAwait(false) ?? throw EntityErrors.Missing(typeof(T), entity.Id);
        if (version is not null && row.Version != version)
        {
            throw EntityErrors.Stale(typeof(T), entity.Id);
        }

        Stage(entity.Id, entity, row.Version);
    }

    public Task PutAsync(T entity)
    {
        ArgumentNullException.ThrowIfNull(entity);

        // What this handler has not looked at it cannot have meant to keep.
        long? version = _run.Rows.TryGetValue((typeof(T), entity.Id), out var row) ? row?.Version ?? 0 : null;
        Stage(entity.Id, entity, version);
        return Task.CompletedTask;
    }

    public async Task<bool> DeleteAsync(Guid id)
    {
        var row = await RowAsync(id).ConfigureAwait(false);
        if (row is null)
        {
            return false;
        }

        Stage(id, null, row.Version);
        return true;
    }

    private static Versioned<T> Show(EntityRow row) => new((T)row.Value, row.Version, row.CreatedAt, row.UpdatedAt);

    /// <summary>The last change of each entity, whoever made it.</summary>
    private Dictionary<Guid, EntityChange> Staged()
    {
        var staged = new Dictionary<Guid, EntityChange>();
        foreach (var change in _run.Commit.Entities.Concat(_effects.Entities).Where(static change => change.Type == typeof(T)))
        {
            staged[change.Id] = change;
        }

        return staged;
    }

    /// <summary>Staged writes may match, no longer match, or change the order: the query runs over what the store has of the page, and over them.</summary>
    private async Task<(IReadOnlyList<EntityRow> Rows, int Total)> QueryOverAsync(EntityQuery<T> query, Dictionary<Guid, EntityChange> staged)
    {
        // As many more are read as may be replaced. After an entity, its place decides, so everything is read.
        var needed = query.After is null ? query.Skip + query.Limit + staged.Count : int.MaxValue;
        var all = query with { Skip = 0, Limit = Math.Min(needed, PageLimit.Most), After = null };
        var (rows, total) = await ReadAsync(all, needed).ConfigureAwait(false);
        List<EntityRow> before = [], now = [];
        foreach (var change in staged.Values)
        {
            var row = await _store.FindEntityAsync(typeof(T), change.Id).ConfigureAwait(false);
            before.AddRange(row is null ? [] : [row]);
            now.AddRange(change.Value is null ? [] : [Over(row, change)]);
        }

        var merged = rows.Where(row => !staged.ContainsKey(row.Id)).Concat(now);
        return (EntityFilter.Run(merged, query).Rows, total - EntityFilter.Run(before, all).Total + EntityFilter.Run(now, all).Total);
    }

    private async Task<(List<EntityRow> Rows, int Total)> ReadAsync(EntityQuery<T> query, int needed)
    {
        var rows = new List<EntityRow>();
        while (true)
        {
            var (page, total) = await _store.QueryEntitiesAsync(query).ConfigureAwait(false);
            rows.AddRange(page);
            query = query with { Skip = query.Skip + page.Count };
            if (page.Count == 0 || query.Skip >= total || rows.Count >= needed)
            {
                return (rows, total);
            }
        }
    }

    private async Task<EntityRow?> RowAsync(Guid id)
    {
        if (!_run.Rows.TryGetValue((typeof(T), id), out var row))
        {
            _run.Rows[(typeof(T), id)] = row = await _store.FindEntityAsync(typeof(T), id).ConfigureAwait(false);
        }

        return !Staged().TryGetValue(id, out var staged) ? row : staged.Value is null ? null : Over(row, staged);
    }

    private EntityRow Over(EntityRow? row, EntityChange change)
    {
        var now = _run.Runtime.Clock.GetUtcNow();
        return new EntityRow(change.Id, change.Value!, row?.Version ?? 0, row?.CreatedAt ?? now, now, change.Tenant);
    }

    private void Stage(Guid id, T? value, long? version)
    {
        if (id == Guid.Empty)
        {
            throw EntityErrors.NoId(typeof(T));
        }

        // Several writes of one entity in one handler are one change from the version that the store has.
        var earlier = _effects.Entities.FindIndex(change => change.Type == typeof(T) && change.Id == id);
        var expected = earlier >= 0 ? _effects.Entities[earlier].ExpectedVersion : version;
        var change = new EntityChange(typeof(T), id, value, expected, _tenant);
        if (earlier >= 0)
        {
            _effects.Entities[earlier] = change;
        }
        else
        {
            _effects.Entities.Add(change);
        }
    }
}
