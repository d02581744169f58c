using System.Linq.Expressions;
using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain;

/// <summary>Reads all pages of a query.</summary>
internal static class RepositoryPages
{
    private const int PageSize = 500;

    /// <summary>Reads all that match, in the order of their ids: pages that do not shift while others write.</summary>
    internal static Task<IReadOnlyList<T>> AllAsync<T>(this IRepository<T> repository, Expression<Func<T, bool>>? where = null, TenantId? tenant = null)
        where T : class, IEntity => AllAsync(
            new EntityQuery<T> { Where = where, Tenant = tenant },
            async query => (await repository.ListAsync(query).ConfigureAwait(false)).Items,
            static entity => entity.Id);

    /// <summary>Reads all pages of a query in the order of ids, by whatever reads a page.</summary>
    internal static async Task<IReadOnlyList<TRow>> AllAsync<T, TRow>(EntityQuery<T> query, Func<EntityQuery<T>, Task<IReadOnlyList<TRow>>> read, Func<TRow, Guid> idOf)
        where T : class, IEntity
    {
        query = query with { OrderBy = static entity => entity.Id, Limit = PageSize };
        var all = new List<TRow>();
        while (true)
        {
            var page = await read(query).ConfigureAwait(false);
            all.AddRange(page);
            if (page.Count < PageSize)
            {
                return all;
            }

            query = query with { After = idOf(page[^1]) };
        }
    }
}
