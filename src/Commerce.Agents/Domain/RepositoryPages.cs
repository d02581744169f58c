using System.Linq.Expressions;
using Commerce.Agents.Entities;

namespace Commerce.Agents.Domain;

/// <summary>Reads all pages of a query.</summary>
internal static class RepositoryPages
{
    private const int PageSize = 500;

    /// <summary>Reads all that match, in the order of their ids: pages that do not shift while others write.</summary>
    internal static async Task<IReadOnlyList<T>> AllAsync<T>(this IRepository<T> repository, Expression<Func<T, bool>>? where = null, TenantId? tenant = null)
        where T : class, IEntity
    {
        var query = new EntityQuery<T> { Where = where, Tenant = tenant, OrderBy = static entity => entity.Id, Limit = PageSize };
        var all = new List<T>();
        while (true)
        {
            var page = await repository.ListAsync(query).ConfigureAwait(false);
            all.AddRange(page.Items);
            if (page.Items.Count < PageSize)
            {
                return all;
            }

            query = query with { After = all[^1].Id };
        }
    }
}
