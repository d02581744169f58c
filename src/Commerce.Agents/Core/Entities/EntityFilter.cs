using Commerce.Agents.Storage;

namespace Commerce.Agents.Entities;

/// <summary>Runs a query over rows in memory; the one place that says what a query means.</summary>
internal static class EntityFilter
{
    internal static (IReadOnlyList<EntityRow> Rows, int Total) Run<T>(IEnumerable<EntityRow> rows, EntityQuery<T> query)
        where T : class, IEntity
    {
        var where = query.Where is null ? null : EntityExpressions.Condition(query.Where);
        var fields = query.SearchIn.Select(EntityExpressions.Text).ToList();
        var words = Words(query.Search);
        var order = query.OrderBy is null ? null : EntityExpressions.Order(query.OrderBy);
        var descending = IsDescending(query);
        var matching = rows
            .Where(row => query.Tenant is null || row.Tenant == query.Tenant)
            .Where(row => where is null || where.Holds(row.Value))
            .Where(row => words.All(word => fields.Exists(field =>
                field.Get(row.Value) is string text && text.Contains(word, StringComparison.OrdinalIgnoreCase))));

        object? Key(EntityRow row) => order is null ? row.CreatedAt : order.Get(row.Value);
        var kind = order?.Kind ?? FieldKind.Time;
        var comparer = Comparer<object?>.Create((left, right) => EntityValues.Order(kind, left, right));
        var sorted = descending ? matching.OrderByDescending(Key, comparer) : matching.OrderBy(Key, comparer);
        List<EntityRow> ordered = [.. sorted.ThenBy(row => row.Id)];

        var total = ordered.Count;
        if (query.After is { } after)
        {
            var index = ordered.FindIndex(row => row.Id == after);
            ordered = index < 0 ? [] : ordered[(index + 1)..];
        }

        return ([.. ordered.Skip(query.Skip).Take(query.Limit)], total);
    }

    internal static string[] Words(string? search) => (search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Newest first without an order, but a feed that starts after an entity goes on in time.</summary>
    internal static bool IsDescending<T>(EntityQuery<T> query)
        where T : class, IEntity => query.Descending || (query.OrderBy is null && query.After is null);
}
