using System.Linq.Expressions;
using Commerce.Agents.Runtime;
using Commerce.Agents.Storage;

namespace Commerce.Agents.Entities;

/// <summary>The repository outside handlers: every write is committed at once.</summary>
internal sealed class DirectRepository<T> : IRepository<T>
    where T : class, IEntity
{
    private readonly IAgentStore _store;

    public DirectRepository(IAgentStore store, AgentTopology topology)
    {
        topology.RequireEntity(typeof(T));
        _store = store;
    }

    public async Task<Versioned<T>?> FindAsync(Guid id)
    {
        var row = await _store.FindEntityAsync(typeof(T), id).ConfigureAwait(false);
        return row is null ? null : new Versioned<T>((T)row.Value, row.Version, row.CreatedAt, row.UpdatedAt);
    }

    public async Task<EntityPage<T>> ListAsync(EntityQuery<T> query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (rows, total) = await _store.QueryEntitiesAsync(query).ConfigureAwait(false);
        return new EntityPage<T>([.. rows.Select(row => (T)row.Value)], total, query.HasNext(rows.Count, total));
    }

    public async Task<int> CountAsync(Expression<Func<T, bool>>? where = null) =>
        (await _store.QueryEntitiesAsync(new EntityQuery<T> { Where = where, Limit = 1 }).ConfigureAwait(false)).Total;

    public Task CreateAsync(T entity) => CreateManyAsync([entity]);

    public async Task CreateManyAsync(IReadOnlyCollection<T> entities)
    {
        ArgumentNullException.ThrowIfNull(entities);
        if (entities.Any(static entity => entity.Id == Guid.Empty))
        {
            throw EntityErrors.NoId(typeof(T));
        }

        await _store.WriteEntitiesAsync([.. entities.Select(entity => new EntityChange(typeof(T), entity.Id, entity, 0, null))]).ConfigureAwait(false);
    }

    public async Task UpdateAsync(T entity, long? version = null)
    {
        ArgumentNullException.ThrowIfNull(entity);
        var row = await _store.FindEntityAsync(typeof(T), entity.Id).ConfigureAwait(false) ?? throw EntityErrors.Missing(typeof(T), entity.Id);
        await WriteAsync(entity.Id, entity, version ?? row.Version).ConfigureAwait(false);
    }

    public Task PutAsync(T entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return entity.Id == Guid.Empty ? throw EntityErrors.NoId(typeof(T)) : WriteAsync(entity.Id, entity, null);
    }

    public async Task<bool> DeleteAsync(Guid id)
    {
        if (await _store.FindEntityAsync(typeof(T), id).ConfigureAwait(false) is null)
        {
            return false;
        }

        await WriteAsync(id, null, null).ConfigureAwait(false);
        return true;
    }

    private async Task WriteAsync(Guid id, T? value, long? version) =>
        await _store.WriteEntitiesAsync([new EntityChange(typeof(T), id, value, version, null)]).ConfigureAwait(false);
}
