using System.Linq.Expressions;
using Commerce.Agents.Entities;
using Commerce.Agents.Storage;

namespace Commerce.Agents.Domain.Payments;

/// <summary>Reads and writes the books, which need the versions of what they read, and several kinds in one step.</summary>
internal static class BookRows
{
    private const int MaxConflicts = 20;

    /// <summary>Reads all that match with their versions, in the order of their ids.</summary>
    internal static Task<IReadOnlyList<EntityRow>> AllRowsAsync<T>(this IAgentStore store, Expression<Func<T, bool>>? where = null)
        where T : class, IEntity => RepositoryPages.AllAsync(
            new EntityQuery<T> { Where = where }, async query => (await store.QueryEntitiesAsync(query).ConfigureAwait(false)).Rows, static row => row.Id);

    internal static EntityChange New<T>(T entity)
        where T : class, IEntity => new(typeof(T), entity.Id, entity, 0, null);

    internal static EntityChange Over<T>(this EntityRow row, T entity)
        where T : class, IEntity => new(typeof(T), entity.Id, entity, row.Version, row.Tenant);

    /// <summary>Does a step anew, from what there is then, as long as somebody else was faster.</summary>
    /// <param name="store">The store.</param>
    /// <param name="step">Reads, and says what to write and what comes of it.</param>
    internal static async Task<T> WriteAsync<T>(this IAgentStore store, Func<Task<(IReadOnlyList<EntityChange> Changes, T Result)>> step)
    {
        for (var conflicts = 0; ; conflicts++)
        {
            var (changes, result) = await step().ConfigureAwait(false);
            try
            {
                if (changes.Count > 0)
                {
                    await store.WriteEntitiesAsync(changes).ConfigureAwait(false);
                }

                return result;
            }
            catch (CommerceException exception) when (exception.Kind == CommerceErrorKind.Conflict && conflicts < MaxConflicts)
            {
                // It is read again.
            }
        }
    }
}
