using Commerce.Agents;
using Commerce.Agents.Entities;
using Commerce.Agents.PostgreSql.Entities;
using Commerce.Agents.Storage;
using Commerce.Integration.Servers;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Commerce.Integration.Entities;

/// <summary>A database with tables of articles and lines, and a memory store with the same entities.</summary>
internal sealed class EntityDatabase : IAsyncDisposable
{
    internal const string Schema = "shop";

    private EntityDatabase(NpgsqlDataSource source, EntityTables tables)
    {
        Source = source;
        Tables = tables;
        Sql = new EntitySql(tables, ArticleJson.Default.Options);
        Entities = new PostgreSqlEntities(source, source, tables, ArticleJson.Default.Options);
        Memory = new MemoryAgentStore(Clock);
    }

    internal SetClock Clock { get; } = new();

    internal NpgsqlDataSource Source { get; }

    internal EntityTables Tables { get; }

    internal EntitySql Sql { get; }

    internal PostgreSqlEntities Entities { get; }

    internal MemoryAgentStore Memory { get; }

    internal static async Task<EntityDatabase> CreateAsync(bool withTables = true)
    {
        var server = await PostgreSqlServer.SharedAsync();
        var source = NpgsqlDataSource.Create(await server.CreateDatabaseAsync());
        var services = new ServiceCollection();
        services.AddCommerceAgents(agents => agents
            .AddEntity<Article>(article => article
                .Index(a => a.Sku)
                .Index(a => a.Shelf!.Hall, a => a.Number)
                .Index(a => a.At)
                .Index(a => a.Odd))
            .AddEntity<Line>(line => line.Table("order_line").Index(l => l.Number).Index(l => l.Text)));
        await using var provider = services.BuildServiceProvider();
        var database = new EntityDatabase(
            source, new EntityTables(Schema, provider.GetServices<EntityDefinition>(), ArticleJson.Default.Options));
        await database.RunAsync($"create schema {Schema}");
        if (withTables)
        {
            await using var connection = await source.OpenConnectionAsync();
            await database.Tables.CreateAsync(connection);
        }

        return database;
    }

    /// <summary>Writes to both stores.</summary>
    internal async Task WriteAsync(IReadOnlyList<EntityChange> changes)
    {
        await Memory.WriteEntitiesAsync(changes);
        await Entities.WriteAsync(changes, Clock.Now);
    }

    internal async Task<IReadOnlyList<string>> RunAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return await ReadAsync(command);
    }

    /// <summary>Tells how the server would run a query.</summary>
    internal async Task<string> PlanAsync<T>(EntityQuery<T> query)
        where T : class, IEntity
    {
        await using var connection = await Source.OpenConnectionAsync();
        await using var command = Sql.Query(query);
        command.Connection = connection;
        command.CommandText = "explain " + command.CommandText;
        return string.Join('\n', await ReadAsync(command));
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    private static async Task<IReadOnlyList<string>> ReadAsync(NpgsqlCommand command)
    {
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetValue(0).ToString()!);
        }

        return lines;
    }

    internal sealed class SetClock : TimeProvider
    {
        internal DateTimeOffset Now { get; set; } = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
