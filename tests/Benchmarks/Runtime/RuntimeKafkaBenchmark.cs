using System.Diagnostics;
using Commerce.Agents;
using Commerce.Integration.Servers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Commerce.Benchmarks;

/// <summary>Topic, then inbox, state and outbox, then topic again, against a hand-written batched pipeline with the same statements, over librdkafka's mock broker.</summary>
internal static class RuntimeKafkaBenchmark
{
    private const int Hops = 19;
    private const int Messages = Hop.Keys * (Hops + 1);
    private const int Repetitions = 3;

    internal static async Task<int> RunAsync()
    {
        await using var server = await PostgreSqlServer.StartAsync();
        return await Throughput.CompareAsync(
            "runtime-kafka",
            Repetitions,
            async () => await OursAsync(await server.CreateDatabaseAsync()),
            "byHand",
            async () => await HandWrittenPipeline.RunAsync(await server.CreateDatabaseAsync(), Hops));
    }

    private static async Task<(double Rate, bool IsCorrect)> OursAsync(string database)
    {
        using var kafka = KafkaMock.Start();
        using var host = RuntimePostgresBenchmark.Start(database, agents => agents.UseKafka(options => KafkaMock.Configure(options, kafka.BootstrapServers)));
        await host.StartAsync();
        var publisher = host.Services.GetRequiredService<IMessagePublisher>();
        var operations = host.Services.GetRequiredService<IAgentOperations>();

        // One message is handled first, so that the group has its partitions.
        await publisher.PublishAsync(new Hop("warm", 0, ""));
        await operations.DrainAsync();
        await operations.PauseAsync("hops");
        await Task.WhenAll(Enumerable.Range(0, Hop.Keys).Select(i => publisher.PublishAsync(new Hop($"key-{i}", Hops, Hop.Filling))));
        var started = Stopwatch.GetTimestamp();
        await operations.ResumeAsync("hops");
        await operations.DrainAsync();
        var rate = Messages / Stopwatch.GetElapsedTime(started).TotalSeconds;
        await host.StopAsync();
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("""
            select count(*) filter (where (data->>'count')::int = $1), (select count(*) from agents.agent_outbox) from agents.agent_state
            """);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Hops + 1 });
        await using var reader = await command.ExecuteReaderAsync();
        return (rate, await reader.ReadAsync() && (reader.GetInt64(0), reader.GetInt64(1)) == (Hop.Keys, 0));
    }
}
