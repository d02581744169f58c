using System.Diagnostics;
using Commerce.Agents;
using Commerce.Integration.Servers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Commerce.Benchmarks;

/// <summary>Messages that change a state and send one message on, over PostgreSQL alone, against a hand-written loop with the same statements.</summary>
internal static class RuntimePostgresBenchmark
{
    private const int Hops = 19;
    private const int Messages = Hop.Keys * (Hops + 1);
    private const int Repetitions = 3;

    internal static async Task<int> RunAsync()
    {
        await using var server = await PostgreSqlServer.StartAsync();
        return await Throughput.CompareAsync(
            "runtime-postgres",
            Repetitions,
            async () => await OursAsync(await server.CreateDatabaseAsync()),
            "byHand",
            async () => await HandWrittenQueue.RunAsync(await server.CreateDatabaseAsync(), Hops));
    }

    private static async Task<(double Rate, bool IsCorrect)> OursAsync(string database)
    {
        using var host = Start(database);
        await host.StartAsync();
        var publisher = host.Services.GetRequiredService<IMessagePublisher>();
        var operations = host.Services.GetRequiredService<IAgentOperations>();
        await operations.PauseAsync("hops");
        await Task.WhenAll(Enumerable.Range(0, Hop.Keys).Select(i => publisher.PublishAsync(new Hop($"key-{i}", Hops, Hop.Filling))));
        var started = Stopwatch.GetTimestamp();
        await operations.ResumeAsync("hops");
        await operations.DrainAsync();
        var rate = Messages / Stopwatch.GetElapsedTime(started).TotalSeconds;
        await host.StopAsync();
        return (rate, await IsCorrectAsync(database));
    }

    internal static IHost Start(string database, Action<AgentsBuilder>? more = null) => Build(database, agents =>
    {
        agents.AddAgent<HopAgent, HopState>("hops", agent => agent.Handles<Hop>(message => message.Key));
        more?.Invoke(agents);
    });

    /// <summary>Makes a host of some agents on a database, without logs.</summary>
    internal static IHost Build(string database, Action<AgentsBuilder> configure)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddCommerceAgents(agents =>
        {
            agents.UsePostgreSql(options => options.ConnectionString = database);
            configure(agents);
        });
        return builder.Build();
    }

    private static async Task<bool> IsCorrectAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("""
            select count(*) filter (where (data->>'count')::int = $1 and (data->>'sum')::int = $2), count(*),
              (select count(*) from agents.agent_outbox), (select count(*) from agents.agent_inbox)
            from agents.agent_state
            """);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Hops + 1 });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Hops * (Hops + 1) / 2 });
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync()
            && (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3)) == (Hop.Keys, Hop.Keys, 0, Messages);
    }
}
