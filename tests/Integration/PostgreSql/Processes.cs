using System.Diagnostics;
using Commerce.Agents;
using Commerce.Integration.Servers;
using Commerce.Testing;
using Commerce.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xunit;

namespace Commerce.Integration.PostgreSql;

/// <summary>Hosts of one application that share a database, as several processes would; real time.</summary>
internal sealed class Processes : IAsyncDisposable
{
    private readonly List<IHost> _hosts = [];
    private readonly string _database;

    private Processes(string database) => _database = database;

    public OutsideWorld World { get; } = new();

    public LogLines Log { get; } = new();

    public NpgsqlDataSource Sql { get; private init; } = null!;

    public static async Task<Processes> CreateAsync()
    {
        var database = await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();
        return new Processes(database) { Sql = NpgsqlDataSource.Create(database) };
    }

    public async Task<IHost> StartAsync(Action<AgentsBuilder>? agents = null, Action<PostgreSqlAgentsOptions>? options = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddSingleton(World);
        builder.Services.AddSingleton(Sql);
        builder.Services.AddCommerceAgents(builder =>
        {
            (agents ?? Sums)(builder);
            builder.UsePostgreSql(postgres =>
            {
                postgres.ConnectionString = _database;
                postgres.Lease = TimeSpan.FromSeconds(1);
                options?.Invoke(postgres);
            });
        });
        var host = builder.Build();
        try
        {
            await host.StartAsync();
            _hosts.Add(host);
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

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

    public static async Task WaitForAsync(Func<Task<bool>> condition, string what)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(60), $"In vain waited for: {what}.");
            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.StopAsync();
            host.Dispose();
        }

        await Sql.DisposeAsync();
    }
}
