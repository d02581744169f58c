using System.Diagnostics;
using System.Globalization;
using Commerce.Agents;
using Commerce.Integration.Servers;
using Confluent.Kafka;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Commerce.Benchmarks.Chaos;

/// <summary>
/// Lets agents work in five processes while these are killed and put to sleep, the database crashes and the outside fails; then
/// everything must be as if nothing had happened.
/// </summary>
internal sealed class ChaosRun(ChaosOptions options) : IAsyncDisposable
{
    private const int Workers = 4;
    private const double MaxRecoverySeconds = 20;

    private static readonly TimeSpan LongSleep = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan DrainDeadline = TimeSpan.FromMinutes(3);
    private static readonly long Started = Stopwatch.GetTimestamp();

    private readonly Random _random = new(options.Seed);
    private readonly List<WorkerProcess> _workers = [];
    private readonly List<Task> _sleeps = [];
    private readonly Dictionary<string, int> _events = [];
    private readonly string _logs = Directory.CreateTempSubdirectory("commerce-chaos-").FullName;
    private CancellationToken _ended;
    private int _deaths;
    private PostgreSqlServer _server = null!;
    private KafkaMock? _kafka;
    private IAgentOperations _operations = null!;
    private NpgsqlDataSource _source = null!;
    private OutsideFake _outside = null!;
    private ChaosAddresses _addresses = null!;
    private Recoveries _recoveries = null!;

    internal static async Task<int> RunAsync(string[] arguments)
    {
        if (!ChaosOptions.TryParse(arguments, out var options))
        {
            Console.Error.WriteLine("Give: chaos [--minutes N] [--seed N] [--rate COMMANDS-PER-SECOND] [--kafka].");
            return 2;
        }

        Tell($"seed {options.Seed}: give it by --seed to have the same events again");
        await using var run = new ChaosRun(options);
        return await run.RunAsync();
    }

    internal static void Tell(string what) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(Started).TotalSeconds,6:0.0} s  {what}"));

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            await worker.DisposeAsync();
        }

        if (_outside is not null)
        {
            await _outside.DisposeAsync();
        }

        if (_source is not null)
        {
            await _source.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _kafka?.Dispose();
    }

    private async Task<int> RunAsync()
    {
        _server = await PostgreSqlServer.StartAsync();
        var postgreSql = await _server.CreateDatabaseAsync();
        _source = NpgsqlDataSource.Create(postgreSql);
        _recoveries = new Recoveries(_source);
        _outside = await OutsideFake.StartAsync();
        _kafka = options.OverKafka ? KafkaMock.Start() : null;
        _addresses = new ChaosAddresses(postgreSql, _outside.Address, _kafka?.BootstrapServers);
        using var host = ChaosSetup.Build(_addresses, logs: false);
        await host.StartAsync();
        _operations = host.Services.GetRequiredService<IAgentOperations>();
        _ended = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        await using (var connection = await _source.OpenConnectionAsync())
        {
            await ChaosChecks.PrepareAsync(connection);
        }

        for (var i = 0; i < Workers; i++)
        {
            _workers.Add(WorkerProcess.Start(_addresses, _logs));
        }

        var driver = new ChaosDriver(host, options.Rate, options.Seed);
        using var stop = new CancellationTokenSource();
        var driving = driver.RunAsync(stop.Token);
        await WaitForWorkersAsync();
        Tell($"{Workers} workers and the driver share the work");
        await MakeTroubleAsync();

        await Task.WhenAll(_sleeps);
        await SuperviseAsync();
        await stop.CancelAsync();
        await driving.WaitAsync(_ended);
        Tell($"{driver.Commands.Count} commands are published, {driver.Repeats} had to be repeated; now everything drains");
        var drained = await DrainAsync();
        await _recoveries.EndAsync();
        return await JudgeAsync(driver, host, drained);
    }

    private async Task<int> JudgeAsync(ChaosDriver driver, IHost host, double? drained)
    {
        IReadOnlyList<string> broken;
        await using (var connection = await _source.OpenConnectionAsync())
        {
            await ChaosChecks.NoteAsync(connection, driver.Commands, _outside.Works);
            broken = await ChaosChecks.RunAsync(connection);
        }

        var stopped = await Task.WhenAll(_workers.Select(worker => worker.StopAsync()));
        var problems = broken.Count + _deaths + stopped.Count(good => !good) + (drained is null ? 1 : 0);
        Tell($"{stopped.Count(good => good)} of {stopped.Length} workers stopped in good order");
        await host.StopAsync();
        if (problems > 0)
        {
            Tell($"the workers' logs are in {_logs}");
        }
        else
        {
            Directory.Delete(_logs, recursive: true);
        }

        var recoveries = _recoveries.Seconds;
        var slowest = recoveries.Count == 0 ? 0 : recoveries.Max();
        return Figures.Print(
            _kafka is null ? "chaos" : "chaos-kafka",
            slowest / MaxRecoverySeconds,
            new
            {
                seed = options.Seed,
                commands = driver.Commands.Count,
                repeatedByTheDriver = driver.Repeats,
                callsOutside = _outside.Calls,
                worksOutside = _outside.Works.Count(),
                events = _events,
                recoverySeconds = new { max = slowest, all = recoveries },
                drainSeconds = drained,
                rulesChecked = ChaosChecks.Count,
                rulesBroken = broken,
            },
            1,
            problems == 0);
    }

    /// <summary>Makes trouble until the time is over: the kinds that a run must have first, in an order by the seed.</summary>
    private async Task MakeTroubleAsync()
    {
        var deadline = Stopwatch.GetTimestamp() + (long)(options.Minutes * 60 * Stopwatch.Frequency);
        var queue = new Queue<string>(Shuffled(["kill", "long-sleep", "database", "outside", "kill", .. _kafka is null ? Array.Empty<string>() : ["broker", "broker-errors"]]));
        while (Stopwatch.GetTimestamp() < deadline)
        {
            await Task.Delay(TimeSpan.FromSeconds(3 + (_random.NextDouble() * 5)), _ended);
            await SuperviseAsync();
            var kind = queue.TryDequeue(out var first) ? first : Pick();
            _events[kind] = _events.GetValueOrDefault(kind) + 1;
            switch (kind)
            {
                case "kill":
                    await KillAsync();
                    break;
                case "database":
                    Tell("the database crashes and is started again");
                    await _server.StopAsync(immediate: true);
                    await _server.StartAgainAsync();

                    // The run's own connections ended with the server that crashed.
                    _source.Clear();
                    Tell($"the database runs again as process {_server.ProcessId}");
                    break;
                case "broker":
                    _sleeps.Add(StopBrokerAsync(TimeSpan.FromSeconds(3)));
                    break;
                case "broker-errors":
                    Tell("the broker refuses the next writes, and fetches, and commits of offsets");
                    _kafka!.FailNext(KafkaMock.Writes, [.. Enumerable.Repeat(ErrorCode.NotLeaderForPartition, 4), ErrorCode.RequestTimedOut, ErrorCode.TopicAuthorizationFailed]);
                    _kafka.FailNext(KafkaMock.Fetches, ErrorCode.NotLeaderForPartition, ErrorCode.BrokerNotAvailable);
                    _kafka.FailNext(KafkaMock.OffsetCommits, ErrorCode.GroupCoordinatorNotAvailable, ErrorCode.RequestTimedOut);
                    break;
                case "outside":
                    _sleeps.Add(LetOutsideFailAsync(TimeSpan.FromSeconds(3)));
                    break;
                default:
                    _sleeps.Add(SleepAsync(kind == "long-sleep" ? LongSleep : TimeSpan.FromSeconds(2 + (_random.NextDouble() * 6))));
                    break;
            }
        }
    }

    /// <summary>Starts workers again that ended by themselves: one that cannot reach the database for long at its start gives up, as it should; one that had started must not end.</summary>
    private async Task SuperviseAsync()
    {
        for (var i = 0; i < _workers.Count; i++)
        {
            if (_workers[i].HasEnded)
            {
                Tell($"worker {_workers[i].Id} has ended by itself and is started again");
                _events["ended"] = _events.GetValueOrDefault("ended") + 1;
                _deaths += _workers[i].HadStarted(_logs) ? 1 : 0;
                await _workers[i].DisposeAsync();
                _workers[i] = WorkerProcess.Start(_addresses, _logs);
            }
        }
    }

    private string[] Shuffled(string[] kinds)
    {
        _random.Shuffle(kinds);
        return kinds;
    }

    private string Pick() => _random.Next(100) switch
    {
        < 45 => "kill",
        < 65 => "sleep",
        < 75 => "long-sleep",
        < 85 => "database",
        < 90 when _kafka is not null => "broker",
        < 95 when _kafka is not null => "broker-errors",
        _ => "outside",
    };

    private async Task KillAsync()
    {
        var place = _random.Next(_workers.Count);
        var worker = _workers[place];
        var shards = await FindShardsAsync(worker.Id);
        Tell($"worker {worker.Id} is killed{(worker.IsAsleep ? " in its sleep" : "")}; it has {shards.Length} shards");
        worker.Kill();
        if (shards.Length > 0)
        {
            _recoveries.Watch(shards);
        }

        _workers[place] = WorkerProcess.Start(_addresses, _logs);
        await worker.DisposeAsync();
    }

    private async Task<short[]> FindShardsAsync(int processId)
    {
        while (true)
        {
            try
            {
                return await _recoveries.FindShardsAsync(processId);
            }
            catch (NpgsqlException)
            {
                await Task.Delay(100);
            }
        }
    }

    private async Task SleepAsync(TimeSpan time)
    {
        var worker = _workers[_random.Next(_workers.Count)];
        if (worker.IsAsleep)
        {
            return;
        }

        Tell(string.Create(CultureInfo.InvariantCulture, $"worker {worker.Id} sleeps for {time.TotalSeconds:0.0} s"));
        await worker.SleepAsync();
        await Task.Delay(time);
        if (_workers.Contains(worker))
        {
            await worker.WakeAsync();
            Tell($"worker {worker.Id} wakes up");
        }
    }

    private async Task LetOutsideFailAsync(TimeSpan time)
    {
        Tell(string.Create(CultureInfo.InvariantCulture, $"the outside fails for {time.TotalSeconds:0} s"));
        _outside.IsDown = true;
        await Task.Delay(time);
        _outside.IsDown = false;
    }

    private async Task StopBrokerAsync(TimeSpan time)
    {
        Tell(string.Create(CultureInfo.InvariantCulture, $"the broker is away for {time.TotalSeconds:0} s"));
        _kafka!.Stop();
        await Task.Delay(time);
        _kafka.StartAgain();
    }

    private async Task WaitForWorkersAsync()
    {
        const string sql = "select count(distinct owner) from agents.agent_shard where lease_until > now()";
        await DatabaseWait.UntilAsync(_source, sql, Workers + 1, TimeSpan.FromMinutes(1), _ended);
    }

    private async Task<double?> DrainAsync()
    {
        // Between two looks at the tables messages may be on the broker: nothing was left in either if nothing was handled meanwhile.
        var started = Stopwatch.GetTimestamp();
        for (var looks = 1; Stopwatch.GetElapsedTime(started) < DrainDeadline; looks++)
        {
            await SuperviseAsync();
            var handled = await ReadAsync("select count(*) from agents.agent_inbox");
            var outbox = await ReadAsync("select count(*) from agents.agent_outbox");
            var parked = await ReadAsync("select count(*) from agents.agent_parked");
            var scheduled = await ReadAsync("select count(*) from agents.agent_schedule");
            var deserted = await ReadAsync("select count(*) from agents.agent_shard where lease_until < now()");
            var broker = (await _operations.LagAsync()).Broker;
            if (outbox + parked + scheduled + deserted + broker == 0 && await ReadAsync("select count(*) from agents.agent_inbox") == handled)
            {
                return Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 1);
            }

            if (looks % 25 == 0)
            {
                Tell($"left: {outbox} in the outbox, {broker} on the broker, {parked} parked, {scheduled} scheduled, {deserted} shards without an owner");
            }

            await Task.Delay(200, _ended);
        }

        return null;
    }

    private async Task<long> ReadAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
