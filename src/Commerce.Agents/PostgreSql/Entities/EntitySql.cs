using System.Text.Json;
using Commerce.Agents.Entities;
using Npgsql;
using NpgsqlTypes;

namespace Commerce.Agents.PostgreSql.Entities;

/// <summary>Writes queries as SQL, with the meaning that <see cref="EntityFilter"/> has in memory.</summary>
internal sealed class EntitySql(EntityTables tables, JsonSerializerOptions options)
{
    private readonly EntityDocuments _documents = new(options);

    /// <summary>
    /// Makes the statement of a query. Each row of its answer has the number of all that match, then the entity: id,
    /// version, created_at, updated_at, tenant, data; without entities on the page, one row of nulls.
    /// </summary>
    internal NpgsqlCommand Query<T>(EntityQuery<T> query)
        where T : class, IEntity
    {
        var parameters = new EntityParameters(tables.Columns, _documents);
        var table = tables.Table(typeof(T));
        var where = Where(query, parameters);
        var order = query.OrderBy is null ? null : EntityExpressions.Order(query.OrderBy);
        var key = new Key(
            order is null ? "created_at" : tables.Columns.Of(typeof(T), order),
            EntityFilter.IsDescending(query),
            CanBeNull: order is not null && !EntityColumns.IsId(order));
        var skip = parameters.Add(query.Skip, NpgsqlDbType.Integer);
        var limit = parameters.Add(query.Limit, NpgsqlDbType.Integer);
        var (start, page) = query.After is { } after
            ? After(table, where, key, parameters.Add(after, NpgsqlDbType.Uuid), skip, limit)
            : ("", $"{Select(table, where, key)} {key.Order(key.Expression)} limit {limit} offset {skip}");
        var command = new NpgsqlCommand(
            $"""
            with total as (select count(*) as total from {table} where {where}){start}
            select total.total, page.id, page.version, page.created_at, page.updated_at, page.tenant, page.data
            from total left join ({page}) page on true
            {key.Order("page.key", "page.id")}
            """);
        foreach (var parameter in parameters.All)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private string Where<T>(EntityQuery<T> query, EntityParameters parameters)
        where T : class, IEntity
    {
        var tests = new List<string>();
        if (query.Tenant is { } tenant)
        {
            tests.Add($"tenant = {parameters.Text(tenant.ToString())}");
        }

        if (query.Where is not null)
        {
            tests.Add(new EntityConditionSql(typeof(T), tables.Columns, parameters).Write(EntityExpressions.Condition(query.Where)));
        }

        var fields = query.SearchIn.Select(text => tables.Columns.Of(typeof(T), EntityExpressions.Text(text))).ToList();
        foreach (var word in EntityFilter.Words(query.Search))
        {
            var pattern = parameters.Text(EntitySearch.Pattern(word));
            tests.Add(fields.Count == 0 ? "false" : $"({string.Join(" or ", fields.Select(field => $"{field} ~ {pattern}"))})");
        }

        return tests.Count == 0 ? "true" : string.Join(" and ", tests);
    }

    private static string Select(string table, string where, Key key) =>
        $"select id, version, created_at, updated_at, tenant, data, {key.Expression} as key from {table} where {where}";

    /// <summary>
    /// Goes on after an entity: one part from its key on, which an index can start at, and one for entities without a
    /// key, which the database leaves out as a whole when it does not apply.
    /// </summary>
    private static (string Start, string Page) After(string table, string where, Key key, string after, string skip, string limit)
    {
        var start = $", start as materialized (select id, {key.Expression} as key from {table} where id = {after} and {where})";
        var (from, id) = ("(select key from start)", "(select id from start)");
        var (least, more) = key.Descending ? ("<=", "<") : (">=", ">");
        string Part(string test) => $"({Select(table, where, key)} and {test} {key.Order(key.Expression)} limit {limit} + {skip})";

        var page = Part($"{key.Expression} {least} {from} and ({key.Expression} {more} {from} or id > {id})");
        if (key.CanBeNull)
        {
            var rest = key.Descending
                ? $"exists (select from start) and {key.Expression} is null and ({from} is not null or id > {id})"
                : $"exists (select from start) and {from} is null and ({key.Expression} is not null or id > {id})";
            page = $"{page} union all {Part(rest)}";
        }

        return (start, $"select * from ({page}) rest {key.Order("key")} limit {limit} offset {skip}");
    }

    private sealed record Key(string Expression, bool Descending, bool CanBeNull)
    {
        /// <summary>Nothing comes first. The column of time is never null: without the words, its index has the same order.</summary>
        internal string Order(string key, string id = "id") => (Descending, CanBeNull) switch
        {
            (false, true) => $"order by {key} nulls first, {id}",
            (true, true) => $"order by {key} desc nulls last, {id}",
            (false, false) => $"order by {key}, {id}",
            _ => $"order by {key} desc, {id}",
        };
    }
}
