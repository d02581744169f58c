using System.Linq.Expressions;
using Commerce.Agents.Runtime;
using Commerce.Agents.Storage;

namespace Commerce.Agents.Entities;

/// <summary>The repository of one handler run: reads the store, shows its own writes on top, and stages them.</summary>
internal sealed class StagedRepository<T> : IRepository<T>
    where T : class, IEntity
{
    private readonly IAgentStore _store;
    private readonly StagedEffects _effects;
    private readonly TimeProvider _clock;
    private readonly TenantId? _tenant;

    internal StagedRepository(IAgentStore store, AgentTopology topology, StagedEffects effects, TimeProvider clock, TenantId? tenant)
    {
        topology.RequireEntity(typeof(T));
        _store = store;
        _effects = effects;
        _clock = clock;
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
        IReadOnlyList<EntityRow> rows;
        int total;
        if (Staged().Any())
        {
            // Own writes may match, no longer match, or change the order: run the query over both.
            var (all, _) = await AllAsync().ConfigureAwait(false);
            (rows, total) = EntityFilter.Run(all, query);
        }
        else
        {
            (rows, total) = await _store.QueryEntitiesAsync(query).ConfigureAwait(false);
        }

        return new EntityPage<T>([.. rows.Select(row => (T)row.Value)], total, query.HasNext(rows.Count, total));
    }

    public async Task<int> CountAsync(Expression<Func<T, bool>>? where = null) =>
        (await ListAsync(new EntityQuery<T> { Where = where, Limit = 1 }).ConfigureAwait(false)).Total;

    public async Task CreateAsync(T entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (await RowAsync(entity.Id).ConfigureAwait(false) is not null)
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

    public async Task PutAsync(T entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        Stage(entity.Id, entity, (await RowAsync(entity.Id).ConfigureAwait(false))?.Version ?? 0);
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

    private IEnumerable<EntityChange> Staged() => _effects.Entities.Where(static change => change.Type == typeof(T));

    private async Task<(IReadOnlyList<EntityRow> Rows, int Total)> AllAsync()
    {
        var rows = new Dictionary<Guid, EntityRow>();
        var query = new EntityQuery<T> { Limit = 500 };
        while (true)
        {
            var (page, total) = await _store.QueryEntitiesAsync(query).ConfigureAwait(false);
            foreach (var row in page)
            {
                rows[row.Id] = row;
            }

            query = query with { Skip = query.Skip + page.Count };
            if (page.Count == 0 || query.Skip >= total)
            {
                break;
            }
        }

        foreach (var change in Staged())
        {
            if (change.Value is null)
            {
                rows.Remove(change.Id);
            }
            else
            {
                rows[change.Id] = Over(rows.GetValueOrDefault(change.Id), change);
            }
        }

        return ([.. rows.Values], rows.Count);
    }

    private async Task<EntityRow?> RowAsync(Guid id)
    {
        var row = await _store.FindEntityAsync(typeof(T), id).ConfigureAwait(false);
        var staged = Staged().LastOrDefault(change => change.Id == id);
        return staged is null ? row : staged.Value is null ? null : Over(row, staged);
    }

    private EntityRow Over(EntityRow? row, EntityChange change)
    {
        var now = _clock.GetUtcNow();
        return new EntityRow(change.Id, change.Value!, row?.Version ?? 0, row?.CreatedAt ?? now, now, change.Tenant);
    }

    private void Stage(Guid id, T? value, long version)
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
