using System.Diagnostics;
using Commerce.Agents;
using Commerce.Integration.Servers;
using Commerce.Testing;
using Commerce.Tests.Support;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Xunit;

namespace Commerce.Integration.PostgreSql;

/// <summary>Hosts of one application that share a database, as several processes would; real time.</summary>
internal sealed class Processes : IAsyncDisposable
{
    private readonly Hosts _hosts = new();

    private Processes(string database) => ConnectionString = database;

    public string ConnectionString { get; }

    public OutsideWorld World => _hosts.World;

    public LogLines Log => _hosts.Log;

    public NpgsqlDataSource Sql { get; private init; } = null!;

    public static async Task<Processes> CreateAsync()
    {
        var database = await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();
        return new Processes(database) { Sql = NpgsqlDataSource.Create(database) };
    }

    public Task<IHost> StartAsync(Action<AgentsBuilder>? agents = null, Action<PostgreSqlAgentsOptions>? options = null) => _hosts.StartAsync(all =>
    {
        (agents ?? Sums)(all);
        all.UsePostgreSql(postgres =>
        {
            postgres.ConnectionString = ConnectionString;
            postgres.Lease = TimeSpan.FromSeconds(2);
            options?.Invoke(postgres);
        });
    });

    public static void Sums(AgentsBuilder agents) => agents
        .AddAgent<SumAgent, Sum>("sum", agent => agent
            .Handles<Add>(message => message.Key)
            .Handles<StartTimer>(message => message.Key)
            .Handles<TimeUp>(message => message.Key)
            .Handles<AskTotal>(message => message.Key))
        .AddAgent<ListenerAgent, Heard>("listener", agent => agent.Handles<Added>(message => message.Key));

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Sql.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Sql.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task WaitForAsync(Func<Task<bool>> condition, string what, TimeSpan? patience = null)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < (patience ?? TimeSpan.FromSeconds(60)), $"In vain waited for: {what}.");
            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _hosts.DisposeAsync();
        await Sql.DisposeAsync();
    }
}
