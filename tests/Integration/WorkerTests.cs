using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Commerce.Integration.Kafka;
using Commerce.Integration.PostgreSql;
using Commerce.Integration.Servers;
using Npgsql;
using Xunit;
using Xunit.Sdk;

namespace Commerce.Integration;

/// <summary>The sample, as the processes that people start in several terminals.</summary>
public sealed class WorkerTests : IAsyncLifetime
{
    private const int OutputLines = 150;

    private const string Orders = "select count(*) from agents.agent_state s join agents.agent_consumer c on c.id = s.consumer where c.name = 'order' and s.data is not null";

    private const string Decided = """
        select coalesce(sum(coalesce((data->>'confirmed')::int, 0) + coalesce((data->>'rejected')::int, 0)), 0)
        from agents.agent_state s join agents.agent_consumer c on c.id = s.consumer where c.name = 'sales'
        """;

    private readonly List<Process> _processes = [];
    private readonly ConcurrentQueue<string> _output = [];
    private string _payments = "";
    private string _database = "";
    private NpgsqlDataSource _sql = null!;

    public async Task InitializeAsync()
    {
        _database = await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();
        _sql = NpgsqlDataSource.Create(_database);
        _payments = $"http://127.0.0.1:{PostgreSqlServer.FreePort()}";
        Run("payments", "--address", _payments);
    }

    public async Task DisposeAsync()
    {
        foreach (var process in _processes)
        {
            process.Kill();
            process.Dispose();
        }

        await _sql.DisposeAsync();
    }

    [Fact]
    public Task Workers_share_the_orders_of_a_database_while_one_is_killed_and_one_is_added() => ShareAsync();

    [Fact]
    public async Task Workers_share_the_orders_over_Kafka_while_one_is_killed_and_one_is_added()
    {
        using var kafka = KafkaMock.Start();
        KafkaTests.MakeTopics(kafka, "agents.order", "agents.stock", "agents.sales");
        await ShareAsync("--kafka", kafka.BootstrapServers);
    }

    private async Task ShareAsync(params string[] transport)
    {
        string[] worker = ["--postgresql", _database, "--payments", _payments, .. transport];
        var first = Run([.. worker, "--rate", "20"]);
        var second = Run(worker);
        await WaitForAsync("select count(distinct owner) from agents.agent_shard where lease_until > now()", count => count == 2, "two workers with shards");
        await WaitForAsync(Decided, count => count > 20, "the first orders");

        second.Kill();
        var third = Run(worker);
        var before = await ReadAsync(Orders);
        await WaitForAsync("select count(distinct owner) from agents.agent_shard where lease_until > now()", count => count == 2, "the worker that was added");
        await WaitForAsync(Decided, count => count > before, "the orders that the killed one had");
        await StopAsync(first);

        // Nobody makes orders any more, and one worker is left to decide all of them.
        await WaitForAsync($"select ({Orders}) - ({Decided}) + (select count(*) from agents.agent_outbox)", open => open == 0, "the last order");
        Assert.Equal(0, await ReadAsync("select count(*) from agents.agent_dead_letter"));
        Assert.Equal(await ReadAsync(Orders), await ReadAsync(Decided));
        await StopAsync(third);
    }

    private Process Run(params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(Programs.Worker, arguments) { RedirectStandardOutput = true })!;
        var id = process.Id;
        process.OutputDataReceived += (_, line) => _output.Enqueue($"{TimeProvider.System.GetUtcNow():mm:ss} {id}: {line.Data}");
        process.BeginOutputReadLine();
        _processes.Add(process);
        return process;
    }

    private async Task StopAsync(Process process)
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(0, process.ExitCode);
        _processes.Remove(process);
        process.Dispose();
    }

    private async Task WaitForAsync(string sql, Predicate<long> holds, string what)
    {
        try
        {
            await Processes.WaitForAsync(() => HoldsAsync(sql, holds), what);
        }
        catch (XunitException exception)
        {
            // What the workers printed tells which of them has what.
            throw new XunitException($"{exception.Message}{Environment.NewLine}{string.Join(Environment.NewLine, _output.TakeLast(OutputLines))}", exception);
        }
    }

    private async Task<bool> HoldsAsync(string sql, Predicate<long> holds)
    {
        try
        {
            return holds(await ReadAsync(sql));
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.UndefinedTable)
        {
            // The first worker makes them.
            return false;
        }
    }

    private async Task<long> ReadAsync(string sql)
    {
        await using var command = _sql.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
