using Commerce.Agents.Entities;

namespace Commerce.Agents.Storage;

/// <content>Entities.</content>
public sealed partial class MemoryAgentStore
{
    private readonly Dictionary<Type, Dictionary<Guid, EntityRow>> _entities = [];

    /// <inheritdoc/>
    public ValueTask<EntityRow?> FindEntityAsync(Type type, Guid id)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_entities.GetValueOrDefault(type)?.GetValueOrDefault(id));
        }
    }

    /// <inheritdoc/>
    public ValueTask<(IReadOnlyList<EntityRow> Rows, int Total)> QueryEntitiesAsync<T>(EntityQuery<T> query)
        where T : class, IEntity
    {
        ArgumentNullException.ThrowIfNull(query);
        List<EntityRow> rows;
        lock (_gate)
        {
            rows = _entities.TryGetValue(typeof(T), out var found) ? [.. found.Values] : [];
        }

        return ValueTask.FromResult(EntityFilter.Run(rows, query));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<EntityRow?>> WriteEntitiesAsync(IReadOnlyList<EntityChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        lock (_gate)
        {
            var seen = new HashSet<(Type, Guid)>();
            foreach (var change in changes)
            {
                if (!Holds(change) || (change.ExpectedVersion == 0 && !seen.Add((change.Type, change.Id))))
                {
                    throw change.ExpectedVersion == 0
                        ? EntityErrors.Exists(change.Type, change.Id)
                        : EntityErrors.Stale(change.Type, change.Id);
                }
            }

            return ValueTask.FromResult<IReadOnlyList<EntityRow?>>([.. changes.Select(Write)]);
        }
    }

    private bool Holds(EntityChange change) => change.ExpectedVersion is not { } expected
        || (_entities.GetValueOrDefault(change.Type)?.GetValueOrDefault(change.Id)?.Version ?? 0) == expected;

    private EntityRow? Write(EntityChange change)
    {
        if (!_entities.TryGetValue(change.Type, out var rows))
        {
            _entities[change.Type] = rows = [];
        }

        var existing = rows.GetValueOrDefault(change.Id);
        if (change.Value is null)
        {
            rows.Remove(change.Id);
            return null;
        }

        var now = _clock.GetUtcNow();
        var row = new EntityRow(
            change.Id, change.Value, (existing?.Version ?? 0) + 1, existing?.CreatedAt ?? now, now, change.Tenant ?? existing?.Tenant);
        rows[change.Id] = row;
        return row;
    }
}
