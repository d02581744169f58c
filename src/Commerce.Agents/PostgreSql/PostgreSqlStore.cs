using System.Collections.Frozen;
using System.Globalization;
using Commerce.Agents.Entities;
using Commerce.Agents.PostgreSql.Entities;
using Commerce.Agents.Runtime;
using Commerce.Agents.Storage;
using Commerce.Agents.Transport;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Commerce.Agents.PostgreSql;

/// <summary>Keeps everything in PostgreSQL. Each step is one round trip, and each batch of messages one short transaction.</summary>
internal sealed partial class PostgreSqlStore : IAgentStore, IAsyncDisposable
{
    private const int MinConnections = 10;
    private const int MaxConnections = 20;
    private const int MaxQueryConnections = 6;
    private const int MaxHandlerConnections = 4;

    /// <summary>With the waits between them these take six seconds.</summary>
    private const int StartTries = 7;

    /// <summary>
    /// Our own statements are made for their indexes. A queue's statistics are wrong most of the time, and a plan that was
    /// right for an empty table would stay in use when a million rows come. With that, each has one plan that holds for all its
    /// values: PostgreSQL would plan small batches anew each time, as it expects ten of whatever it does not know the number of.
    /// </summary>
    internal const string PlannerSettings =
        "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_bitmapscan=off -c enable_sort=off -c enable_hashjoin=off -c enable_mergejoin=off";

    /// <summary>
    /// Statements here take less than a millisecond. PostgreSQL compiles those that look expensive, which takes hundreds of it, and a scan
    /// that is switched off looks as expensive as nothing else.
    /// </summary>
    private const string NoCompilation = "-c jit=off";

    private readonly ILogger<PostgreSqlStore> _log;
    private readonly bool _ownsSource;
    private readonly NpgsqlDataSource _queries;
    private readonly NpgsqlDataSource _handlers;
    private readonly Statements _sql;
    private readonly GroupQueue<IReadOnlyList<Delivery>, int> _appends;
    private readonly GroupQueue<EffectId, (bool IsKnown, string? Outcome)> _announcements;
    private readonly GroupQueue<(EffectId Id, string Outcome), int> _outcomes;
    private FrozenDictionary<string, short> _consumers = FrozenDictionary<string, short>.Empty;
    private FrozenDictionary<short, string> _names = FrozenDictionary<short, string>.Empty;
    private AgentsSetup? _setup;
    private PostgreSqlEntities? _entities;

    public PostgreSqlStore(IOptions<PostgreSqlAgentsOptions> options, ILogger<PostgreSqlStore> log)
    {
        Options = options.Value;
        _log = log;
        _ownsSource = Options.DataSource is null;
        // A process that sleeps in the middle of a transaction must not hold its rows longer than its shards.
        var sleep = string.Create(CultureInfo.InvariantCulture, $"-c idle_in_transaction_session_timeout={(long)Options.Lease.TotalMilliseconds}");
        Source = Options.DataSource ?? CreateSource(Options.ConnectionString, MinConnections, MaxConnections, $"{PlannerSettings} {sleep}", keepsSession: true);
        _queries = Options.DataSource ?? CreateSource(Options.ConnectionString, 0, MaxQueryConnections, "", keepsSession: true);
        _handlers = Options.DataSource ?? CreateSource(Options.ConnectionString, 0, MaxHandlerConnections, "", keepsSession: false);
        _sql = new Statements(Options.Schema);
        _appends = new GroupQueue<IReadOnlyList<Delivery>, int>(WriteOutboxAsync);
        _announcements = new GroupQueue<EffectId, (bool IsKnown, string? Outcome)>(AnnounceAsync);
        _outcomes = new GroupQueue<(EffectId Id, string Outcome), int>(WriteOutcomesAsync);
        Leases = new ShardLeases(this, _log);
    }

    public TimeSpan? LookInterval => TimeSpan.FromSeconds(1);

    public TimeSpan? InboxRetention => Options.InboxRetention;

    internal PostgreSqlAgentsOptions Options { get; }

    /// <summary>Gets the connections of our own statements; queries of entities and handlers' own statements have others.</summary>
    internal NpgsqlDataSource Source { get; }

    internal ShardLeases Leases { get; }

    internal AgentsSetup Setup => _setup ?? throw new InvalidOperationException("The agents have not been started.");

    private PostgreSqlEntities Entities => _entities ?? throw new InvalidOperationException("The agents have not been started.");

    public async ValueTask StartAsync(AgentsSetup setup, CancellationToken cancellationToken)
    {
        _setup = setup;
        for (var failures = 0; ;)
        {
            try
            {
                await PrepareAsync(setup, cancellationToken).ConfigureAwait(false);
                break;
            }
            catch (CommerceException exception) when (exception.IsTransient && ++failures < StartTries)
            {
                // A server that restarts just now, or that starts together with this process, is waited for.
                _log.StartPutOff(exception.Message);
                await Task.Delay(BackOff.After(failures), TimeProvider.System, cancellationToken).ConfigureAwait(false);
            }
        }

        setup.StartLoop("leases", Leases.PassAsync);
        setup.StartLoop("retention", cancel => Retention.PassAsync(this, _log, cancel));
    }

    public async ValueTask StopAsync() => await Leases.ReleaseAsync().ConfigureAwait(false);

    public async ValueTask DisposeAsync()
    {
        if (_ownsSource)
        {
            await Source.DisposeAsync().ConfigureAwait(false);
            await _queries.DisposeAsync().ConfigureAwait(false);
            await _handlers.DisposeAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask<object?> FindStateAsync(string agent, string key)
    {
        using var command = Command(_sql.FindState);
        command.Parameters.Add(Sql.Text(agent));
        command.Parameters.Add(Sql.Text(key));
        return await GuardAsync(async () => await command.ExecuteScalarAsync().ConfigureAwait(false)).ConfigureAwait(false) is string json
            ? Setup.Json.ReadValue(json, Setup.StateTypeOf(agent))
            : null;
    }

    public async ValueTask<IReadOnlyList<KeyValuePair<string, object>>> ListStatesAsync(string agent, int skip, int limit)
    {
        using var command = Command(_sql.ListStates);
        command.Parameters.Add(Sql.Text(agent));
        command.Parameters.Add(Sql.Int(limit));
        command.Parameters.Add(Sql.Int(skip));
        return await ReadAsync(
            command, reader => KeyValuePair.Create(reader.GetString(0), Setup.Json.ReadValue(reader.GetString(1), Setup.StateTypeOf(agent)))).ConfigureAwait(false);
    }

    public async ValueTask<EntityRow?> FindEntityAsync(Type type, Guid id) =>
        await GuardAsync(() => Entities.FindAsync(type, id)).ConfigureAwait(false);

    public async ValueTask<(IReadOnlyList<EntityRow> Rows, int Total)> QueryEntitiesAsync<T>(EntityQuery<T> query)
        where T : class, IEntity => await GuardAsync(() => Entities.QueryAsync(query)).ConfigureAwait(false);

    public async ValueTask<IReadOnlyList<EntityRow?>> WriteEntitiesAsync(IReadOnlyList<EntityChange> changes) =>
        await GuardAsync(() => Entities.WriteAsync(changes, Setup.Clock.GetUtcNow())).ConfigureAwait(false);

    /// <summary>Finds a consumer's number; a consumer that another version of the application wrote has none here.</summary>
    internal short Consumer(string agent) => _consumers.TryGetValue(agent, out var id)
        ? id
        : throw new CommerceException(CommerceErrorKind.Invalid, $"There is no agent \"{agent}\" in this process.") { Field = "agent" };

    internal short[] ConsumerIds() => [.. _names.Keys];

    internal NpgsqlCommand Command(string sql) => Source.CreateCommand(sql);

    internal string Text(string sql) => SqlText.For(Options.Schema, sql);

    /// <summary>Runs a step; what may go well next time becomes one kind of exception.</summary>
    internal async Task<T> GuardAsync<T>(Func<Task<T>> step)
    {
        try
        {
            return await step().ConfigureAwait(false);
        }
        catch (Exception exception) when (PostgreSqlErrors.IsTransient(exception))
        {
            throw PostgreSqlErrors.Unreachable(Source, exception);
        }
    }

    internal async Task<List<T>> ReadAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> read) => await GuardAsync(async () =>
    {
        var rows = new List<T>();
        var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync().ConfigureAwait(false))
            {
                rows.Add(read(reader));
            }
        }

        return rows;
    }).ConfigureAwait(false);

    /// <summary>Does something in a transaction, which it commits itself; else it is rolled back.</summary>
    internal Task<T> TransactAsync<T>(Func<NpgsqlConnection, NpgsqlTransaction, Task<T>> work) => GuardAsync(async () =>
    {
        var connection = await Source.OpenConnectionAsync().ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                return await work(connection, transaction).ConfigureAwait(false);
            }
        }
    });

    internal Task<int> ExecuteAsync(NpgsqlCommand command) => GuardAsync(() => command.ExecuteNonQueryAsync());

    private static NpgsqlDataSource CreateSource(string connectionString, int min, int max, string settings, bool keepsSession)
    {
        NpgsqlConnectionStringBuilder builder;
        try
        {
            builder = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException exception)
        {
            // The text may hold a password: only the name of what is wrong is told.
            throw new OptionsValidationException(
                nameof(PostgreSqlAgentsOptions), typeof(PostgreSqlAgentsOptions), [$"{nameof(PostgreSqlAgentsOptions.ConnectionString)} cannot be read: {exception.Message}"]);
        }

        Default(builder, "Minimum Pool Size", () => builder.MinPoolSize = min);
        Default(builder, "Maximum Pool Size", () => builder.MaxPoolSize = max);
        Default(builder, "Timeout", () => builder.Timeout = 30);
        Default(builder, "Connection Lifetime", () => builder.ConnectionLifetime = 300);
        Default(builder, "Max Auto Prepare", () => (builder.MaxAutoPrepare, builder.AutoPrepareMinUsages) = (64, 2));
        Default(builder, "Application Name", () => builder.ApplicationName = "commerce-agents");
        builder.Options = $"{NoCompilation} {builder.Options} {settings}".Trim();

        // Our own statements leave nothing behind in a session, so nothing has to be reset between them.
        builder.NoResetOnClose = keepsSession || builder.NoResetOnClose;
        return new NpgsqlDataSourceBuilder(builder.ConnectionString).Build();
    }

    private static void Default(NpgsqlConnectionStringBuilder builder, string keyword, Action set)
    {
        if (!builder.ContainsKey(keyword) || !builder.ShouldSerialize(keyword))
        {
            set();
        }
    }

    private async Task PrepareAsync(AgentsSetup setup, CancellationToken cancellationToken)
    {
        try
        {
            var connection = await Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            await using (connection.ConfigureAwait(false))
            {
                await PostgreSqlMigrations.RunAsync(connection, Options.Schema, Options.Migrate, cancellationToken).ConfigureAwait(false);
                await PrepareEntitiesAsync(connection, setup).ConfigureAwait(false);
            }

            await RegisterConsumersAsync(setup.Agents).ConfigureAwait(false);
            await Retention.PreparePartitionsAsync(this, _log).ConfigureAwait(false);
            await Leases.RenewAsync().ConfigureAwait(false);
        }
        catch (PostgresException exception)
        {
            throw PostgreSqlErrors.Refused(Source, exception);
        }
        catch (Exception exception) when (exception is ArgumentException || PostgreSqlErrors.IsTransient(exception))
        {
            throw PostgreSqlErrors.Unreachable(Source, exception);
        }
    }

    private async Task PrepareEntitiesAsync(NpgsqlConnection connection, AgentsSetup setup)
    {
        var tables = new EntityTables(Options.Schema, setup.Entities, setup.Json.Options);
        _entities = new PostgreSqlEntities(Source, _queries, tables, setup.Json.Options);
        if (setup.Entities.Count == 0)
        {
            return;
        }

        if (Options.Migrate == MigrateMode.OnStart)
        {
            await tables.CreateAsync(connection).ConfigureAwait(false);
        }
        else if (Options.Migrate == MigrateMode.Check && await tables.CheckAsync(connection).ConfigureAwait(false) is { Count: > 0 } missing)
        {
            throw new CommerceException(
                CommerceErrorKind.Conflict, $"The tables of entities are not complete: {string.Join("; ", missing)}. Let one process start with {nameof(MigrateMode)}.{nameof(MigrateMode.OnStart)}.");
        }
    }

    private async Task RegisterConsumersAsync(IReadOnlyCollection<string> agents)
    {
        using var batch = Source.CreateBatch();
        batch.BatchCommands.Add(Sql.Command(_sql.AddConsumers, Sql.Texts([.. agents])));
        batch.BatchCommands.Add(Sql.Command(_sql.ReadConsumers, Sql.Texts([.. agents])));
        var found = new Dictionary<string, short>(StringComparer.Ordinal);
        var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync().ConfigureAwait(false))
            {
                found[reader.GetString(1)] = reader.GetInt16(0);
            }
        }

        _consumers = found.ToFrozenDictionary(StringComparer.Ordinal);
        _names = found.ToFrozenDictionary(static entry => entry.Value, static entry => entry.Key);
    }
}
