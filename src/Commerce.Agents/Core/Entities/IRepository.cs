using System.Linq.Expressions;

namespace Commerce.Agents.Entities;

/// <summary>Entities of one type. In a handler, writes are committed with the message; elsewhere at once.</summary>
/// <typeparam name="T">The entity: an immutable record.</typeparam>
public interface IRepository<T>
    where T : class, IEntity
{
    /// <summary>Reads one entity.</summary>
    /// <param name="id">The entity.</param>
    /// <returns>The entity with its version; <see langword="null"/> when it does not exist, or belongs to another tenant.</returns>
    Task<Versioned<T>?> FindAsync(Guid id);

    /// <summary>Reads a page.</summary>
    /// <param name="query">Which entities.</param>
    /// <returns>The page.</returns>
    Task<EntityPage<T>> ListAsync(EntityQuery<T> query);

    /// <summary>Counts.</summary>
    /// <param name="where">The condition; all entities when not given.</param>
    /// <returns>How many match.</returns>
    Task<int> CountAsync(Expression<Func<T, bool>>? where = null);

    /// <summary>Creates an entity.</summary>
    /// <param name="entity">The entity, with an id of its own.</param>
    /// <returns>A task that ends when it is written or staged.</returns>
    /// <exception cref="CommerceException"><see cref="CommerceErrorKind.Conflict"/> when the id exists.</exception>
    Task CreateAsync(T entity);

    /// <summary>Creates many entities, all or none.</summary>
    /// <param name="entities">The entities, with ids of their own.</param>
    /// <returns>A task that ends when they are written or staged.</returns>
    /// <exception cref="CommerceException"><see cref="CommerceErrorKind.Conflict"/> when an id exists.</exception>
    Task CreateManyAsync(IReadOnlyCollection<T> entities);

    /// <summary>Changes an entity that was read.</summary>
    /// <param name="entity">The changed copy.</param>
    /// <param name="version">The version that was read; whatever there is when not given.</param>
    /// <returns>A task that ends when it is written or staged.</returns>
    /// <exception cref="CommerceException">
    /// <see cref="CommerceErrorKind.Conflict"/> when somebody was faster, <see cref="CommerceErrorKind.NotFound"/> when it does not exist.
    /// </exception>
    Task UpdateAsync(T entity, long? version = null);

    /// <summary>Creates an entity, or replaces it: within a handler that has looked at it, the version that it saw; else whatever there is.</summary>
    /// <param name="entity">The entity.</param>
    /// <returns>A task that ends when it is written or staged.</returns>
    Task PutAsync(T entity);

    /// <summary>Deletes an entity.</summary>
    /// <param name="id">The entity.</param>
    /// <returns>Whether it existed.</returns>
    Task<bool> DeleteAsync(Guid id);
}
