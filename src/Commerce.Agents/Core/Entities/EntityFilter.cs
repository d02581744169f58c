using Commerce.Agents.Storage;

namespace Commerce.Agents.Entities;

/// <summary>Runs a query over rows in memory; the one place that says what a query means.</summary>
internal static class EntityFilter
{
    internal static (IReadOnlyList<EntityRow> Rows, int Total) Run<T>(IEnumerable<EntityRow> rows, EntityQuery<T> query)
        where T : class, IEntity
    {
        var where = query.Where is null ? null : ListContains.Rewrite(query.Where).Compile(preferInterpretation: true);
        var fields = query.SearchIn.Select(static field => field.Compile(preferInterpretation: true)).ToList();
        var words = (query.Search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var matching = rows
            .Where(row => query.Tenant is null || row.Tenant == query.Tenant)
            .Where(row => where is null || where((T)row.Value))
            .Where(row => words.All(word => fields.Exists(field => field((T)row.Value)?.Contains(word, StringComparison.OrdinalIgnoreCase) == true)));

        List<EntityRow> ordered;
        if (query.OrderBy is { } order)
        {
            var by = order.Compile(preferInterpretation: true);
            var sorted = query.Descending
                ? matching.OrderByDescending(row => by((T)row.Value))
                : matching.OrderBy(row => by((T)row.Value));
            ordered = [.. sorted.ThenBy(row => row.Id)];
        }
        else
        {
            ordered = query.Descending || query.After is null
                ? [.. matching.OrderByDescending(row => row.CreatedAt).ThenBy(row => row.Id)]
                : [.. matching.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)];
        }

        var total = ordered.Count;
        if (query.After is { } after)
        {
            var index = ordered.FindIndex(row => row.Id == after);
            ordered = index < 0 ? [] : ordered[(index + 1)..];
        }

        return ([.. ordered.Skip(query.Skip).Take(query.Limit)], total);
    }
}
