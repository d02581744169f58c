using System.Text.Json;
using Commerce.Agents.Entities;
using Commerce.Agents.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Commerce.Agents.PostgreSql.Entities;

/// <summary>Entities in PostgreSQL: read, queried, written outside handlers, and staged for a commit of agents.</summary>
internal sealed class PostgreSqlEntities
{
    /// <summary>From this many new entities of one type, a copy is faster than an insert.</summary>
    private const int CopyAbove = 200;

    private readonly NpgsqlDataSource _finds;
    private readonly NpgsqlDataSource _source;
    private readonly EntityTables _tables;
    private readonly EntityDocuments _documents;
    private readonly EntitySql _sql;
    private readonly EntityWrites _writes;
    private readonly GroupQueue<(Type Type, Guid Id), EntityRow?> _findings;

    /// <summary>Makes entities of tables.</summary>
    /// <param name="finds">Connections to find single entities by.</param>
    /// <param name="source">Connections for queries and writes, whose plans are PostgreSQL's own choice.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="options">How entities are written.</param>
    internal PostgreSqlEntities(NpgsqlDataSource finds, NpgsqlDataSource source, EntityTables tables, JsonSerializerOptions options)
    {
        (_finds, _source, _tables) = (finds, source, tables);
        _documents = new EntityDocuments(options);
        _sql = new EntitySql(tables, options);
        _writes = new EntityWrites(tables, _documents);
        _findings = new GroupQueue<(Type Type, Guid Id), EntityRow?>(FindAsync);
    }

    internal Task<EntityRow?> FindAsync(Type type, Guid id) => _findings.AskAsync((type, id));

    /// <summary>Runs a query in one statement, so that rows and total are of one moment.</summary>
    internal async Task<(IReadOnlyList<EntityRow> Rows, int Total)> QueryAsync<T>(EntityQuery<T> query)
        where T : class, IEntity
    {
        using var command = _sql.Query(query);
        var connection = await _source.OpenConnectionAsync().ConfigureAwait(false);
        await using var connectionEnd = connection.ConfigureAwait(false);
        command.Connection = connection;
        var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        await using var readerEnd = reader.ConfigureAwait(false);
        var (rows, total) = (new List<EntityRow>(), 0L);
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            total = reader.GetInt64(0);
            if (!reader.IsDBNull(1))
            {
                rows.Add(_documents.Read(reader, typeof(T), 1));
            }
        }

        return (rows, checked((int)total));
    }

    /// <summary>Adds the statements of changes to a batch of one transaction; what it gives says which of them did not hold.</summary>
    internal EntityStage Stage(NpgsqlBatch batch, IReadOnlyList<EntityChange> changes, DateTimeOffset now) => _writes.Stage(batch, changes, now);

    /// <summary>Writes changes, all or nothing.</summary>
    /// <param name="changes">The changes, each of another entity.</param>
    /// <param name="now">The time of the changes.</param>
    /// <returns>The rows as they are now, one for each change; nothing for deleted ones.</returns>
    /// <exception cref="CommerceException"><see cref="CommerceErrorKind.Conflict"/> when a version does not hold any more.</exception>
    internal async Task<IReadOnlyList<EntityRow?>> WriteAsync(IReadOnlyList<EntityChange> changes, DateTimeOffset now)
    {
        if (changes.Count == 0)
        {
            return [];
        }

        var connection = await _source.OpenConnectionAsync().ConfigureAwait(false);
        await using var connectionEnd = connection.ConfigureAwait(false);
        if (changes.Count == 1)
        {
            // One statement is a transaction of its own, and writes nothing when its change does not hold.
            using var single = new NpgsqlBatch(connection);
            return await RunAsync(single, _writes.Stage(single, changes, now), changes).ConfigureAwait(false);
        }

        var transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);
        await using var transactionEnd = transaction.ConfigureAwait(false);
        var copied = await CopyAsync(connection, transaction, changes, now).ConfigureAwait(false);
        using var batch = new NpgsqlBatch(connection, transaction);
        var stage = _writes.Stage(batch, changes, now, copied.Keys.ToHashSet());
        foreach (var (place, row) in copied)
        {
            stage.Hold(place, row);
        }

        var rows = await RunAsync(batch, stage, changes).ConfigureAwait(false);
        await transaction.CommitAsync().ConfigureAwait(false);
        return rows;
    }

    private async Task<IReadOnlyList<EntityRow?>> FindAsync(IReadOnlyList<(Type Type, Guid Id)> asked)
    {
        var found = new Dictionary<(Type, Guid), EntityRow>();
        using var batch = _finds.CreateBatch();
        var types = asked.ToLookup(static ask => ask.Type, static ask => ask.Id).ToList();
        foreach (var ids in types)
        {
            batch.BatchCommands.Add(Sql.Command(
                $"select id, version, created_at, updated_at, tenant, data from {_tables.Table(ids.Key)} where id = any($1)", Sql.Ids([.. ids])));
        }

        var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        await using var readerEnd = reader.ConfigureAwait(false);
        foreach (var type in types.Select(static ids => ids.Key))
        {
            while (await reader.ReadAsync().ConfigureAwait(false))
            {
                var row = _documents.Read(reader, type);
                found[(type, row.Id)] = row;
            }

            await reader.NextResultAsync().ConfigureAwait(false);
        }

        return [.. asked.Select(ask => found.GetValueOrDefault(ask))];
    }

    private static async Task<IReadOnlyList<EntityRow?>> RunAsync(NpgsqlBatch batch, EntityStage stage, IReadOnlyList<EntityChange> changes)
    {
        IReadOnlyList<int> failed;
        if (stage.Count > 0)
        {
            var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
            await using var readerEnd = reader.ConfigureAwait(false);
            failed = await stage.JudgeAsync(reader).ConfigureAwait(false);
        }
        else
        {
            failed = stage.Failed();
        }

        return failed is [var first, ..] ? throw Refused(changes[first]) : stage.Rows;
    }

    private static CommerceException Refused(EntityChange change) => change.ExpectedVersion == 0
        ? EntityErrors.Exists(change.Type, change.Id)
        : EntityErrors.Stale(change.Type, change.Id);

    /// <summary>Copies new entities of types that have many of them.</summary>
    private async Task<Dictionary<int, EntityRow>> CopyAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<EntityChange> changes, DateTimeOffset now)
    {
        var copied = new Dictionary<int, EntityRow>();
        var created = EntityValues.Microseconds(now.ToUniversalTime());
        var seen = new HashSet<(Type, Guid)>();
        var groups = Enumerable.Range(0, changes.Count)
            .Where(place => seen.Add((changes[place].Type, changes[place].Id)) && changes[place] is { ExpectedVersion: 0, Value: not null })
            .GroupBy(place => changes[place].Type)
            .Where(group => group.Skip(CopyAbove).Any())
            .OrderBy(group => _tables.Table(group.Key), StringComparer.Ordinal);
        foreach (var group in groups)
        {
            List<int> places = [.. group.OrderBy(place => changes[place].Id)];
            try
            {
                await CopyAsync(connection, _tables.Table(group.Key), places.Select(place => changes[place]), created).ConfigureAwait(false);
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation)
            {
                await transaction.RollbackAsync().ConfigureAwait(false);
                throw await ExistsAsync(connection, group.Key, [.. group.Select(place => changes[place].Id)]).ConfigureAwait(false);
            }

            foreach (var place in places)
            {
                var change = changes[place];
                copied[place] = new EntityRow(change.Id, change.Value!, 1, created, created, change.Tenant);
            }
        }

        return copied;
    }

    private async Task CopyAsync(NpgsqlConnection connection, string table, IEnumerable<EntityChange> changes, DateTimeOffset created)
    {
        var sql = $"copy {table} (id, version, created_at, updated_at, tenant, data) from stdin (format binary)";
        var writer = await connection.BeginBinaryImportAsync(sql).ConfigureAwait(false);
        await using var writerEnd = writer.ConfigureAwait(false);
        foreach (var change in changes)
        {
            await writer.StartRowAsync().ConfigureAwait(false);
            await writer.WriteAsync(change.Id, NpgsqlDbType.Uuid).ConfigureAwait(false);
            await writer.WriteAsync(1L, NpgsqlDbType.Bigint).ConfigureAwait(false);
            await writer.WriteAsync(created, NpgsqlDbType.TimestampTz).ConfigureAwait(false);
            await writer.WriteAsync(created, NpgsqlDbType.TimestampTz).ConfigureAwait(false);
            await (change.Tenant is { } tenant
                ? writer.WriteAsync(tenant.ToString(), NpgsqlDbType.Text)
                : writer.WriteNullAsync()).ConfigureAwait(false);
            await writer.WriteAsync(_documents.Write(change), NpgsqlDbType.Jsonb).ConfigureAwait(false);
        }

        await writer.CompleteAsync().ConfigureAwait(false);
    }

    /// <summary>Says which of the entities was there already; a copy only tells that one was.</summary>
    private async Task<CommerceException> ExistsAsync(NpgsqlConnection connection, Type type, Guid[] ids)
    {
        using var command = new NpgsqlCommand($"select id from {_tables.Table(type)} where id = any($1)", connection);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = ids });
        var found = new HashSet<Guid>();
        var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        await using var readerEnd = reader.ConfigureAwait(false);
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            found.Add(reader.GetGuid(0));
        }

        return EntityErrors.Exists(type, Array.Find(ids, found.Contains));
    }
}
