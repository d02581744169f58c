using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Commerce.Agents.Entities;
using Npgsql;

namespace Commerce.Agents.PostgreSql.Entities;

/// <summary>The tables of entities: one for each type, in the schema of the agents, which exists already.</summary>
internal sealed class EntityTables
{
    private readonly Dictionary<Type, Names> _types;
    private readonly string _schema;

    /// <param name="schema">The schema's name, validated.</param>
    /// <param name="definitions">The types.</param>
    /// <param name="options">Knows the types.</param>
    internal EntityTables(string schema, IEnumerable<EntityDefinition> definitions, JsonSerializerOptions options)
    {
        _schema = schema;
        Columns = new EntityColumns(options, Quoted(schema));
        _types = definitions.ToDictionary(definition => definition.Type, Name);
    }

    internal EntityColumns Columns { get; }

    /// <summary>Gives the table of a type, ready for statements.</summary>
    internal string Table(Type type) => _types.TryGetValue(type, out var names)
        ? names.Table
        : throw new InvalidOperationException($"{type.Name} is no registered entity: add AddEntity<{type.Name}>() to the agents.");

    /// <summary>Gives the statements that make what is missing, in order; safe to run again.</summary>
    internal IReadOnlyList<string> Statements() =>
    [
        $$"""
        create or replace function {{Columns.TimeFunction}}(value text) returns timestamptz
        language plpgsql immutable strict parallel safe as $$
        begin
          -- Times are compared to the microsecond: the seventh digit is cut off, not rounded.
          return regexp_replace(value, '(\.[0-9]{6})[0-9]+', '\1')::timestamptz;
        end $$
        """,
        .. _types.Values.OrderBy(names => names.Table, StringComparer.Ordinal).SelectMany(names => names.Indexes
            .Select(index => $"create index if not exists {index.Name} on {names.Table} ({index.Columns})")
            .Prepend(
                $"""
                create table if not exists {names.Table} (
                  id uuid primary key, version bigint not null, created_at timestamptz not null, updated_at timestamptz not null,
                  tenant text, data jsonb not null)
                """)),
    ];

    /// <summary>Makes what is missing, in one transaction; several nodes may do so at once.</summary>
    internal async Task CreateAsync(NpgsqlConnection connection)
    {
        using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("select pg_advisory_xact_lock(hashtextextended('commerce.entities.' || $1, 0))")
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = _schema } },
        });
        foreach (var statement in Statements())
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(statement));
        }

        await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    /// <summary>Finds what is missing.</summary>
    /// <returns>One line for each table and index; empty when all is there.</returns>
    internal async Task<IReadOnlyList<string>> CheckAsync(NpgsqlConnection connection)
    {
        const string sql =
            """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = $1 and c.relname = any($2) and c.relkind in ('r', 'p', 'i', 'I')
            """;
        var wanted = _types.Values
            .SelectMany(names => names.Indexes.Select(index => (index.Name, What: "index")).Prepend((Name: names.Bare, What: "table")))
            .ToList();
        using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = _schema });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. wanted.Select(thing => thing.Name)] });
        var found = new HashSet<string>(StringComparer.Ordinal);
        var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        await using var readerEnd = reader.ConfigureAwait(false);
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            found.Add(reader.GetString(0));
        }

        return [.. wanted.Where(thing => !found.Contains(thing.Name)).Select(thing => $"The {thing.What} {_schema}.{thing.Name} is missing.")];
    }

    private static string Quoted(string schema) => $"\"{schema.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private Names Name(EntityDefinition definition)
    {
        var bare = $"entity_{definition.Table}";
        return new Names(bare, $"{Quoted(_schema)}.{bare}",
        [
            new Index($"ix_{bare}_created", "created_at desc, id"),
            new Index($"ix_{bare}_tenant", "tenant, created_at desc, id"),
            .. definition.Indexes.Select(paths =>
            {
                // Nothing comes first and equal values are in order of ids, as queries have it.
                var expressions = paths.Select(path => Columns.Of(definition.Type, path)).ToList();
                var columns = string.Join(", ", expressions.Select(static expression => expression == "id" ? "id" : $"({expression}) nulls first"));
                columns = expressions.Contains("id") ? columns : $"{columns}, id";
                return new Index($"ix_{bare}_{Hash(columns)}", columns);
            }),
        ]);
    }

    /// <summary>An index is named by what it holds, so that a changed one is another one.</summary>
    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];

    private sealed record Names(string Bare, string Table, IReadOnlyList<Index> Indexes);

    private sealed record Index(string Name, string Columns);
}
