using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Hosting;

namespace Commerce.Benchmarks.Chaos;

/// <summary>A worker as a process of its own, that can be killed, put to sleep and woken up.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private const string Started = "started";

    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    internal int Id => _process.Id;

    internal bool IsAsleep { get; private set; }

    internal bool HasEnded => _process.HasExited;

    /// <summary>Runs a worker in this process, until it is told to stop or whoever started it has died.</summary>
    internal static async Task<int> RunAsync(string postgreSql, string outside, string kafka)
    {
        using var host = ChaosSetup.Build(new ChaosAddresses(postgreSql, new Uri(outside), kafka.Length == 0 ? null : kafka), logs: true);
        await host.StartAsync();
        Console.WriteLine(Started);
        _ = Task.Run(async () =>
        {
            await Console.In.ReadToEndAsync();
            Environment.Exit(1);
        });
        await host.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>Starts a worker; it logs into a file of its own.</summary>
    internal static WorkerProcess Start(ChaosAddresses addresses, string logDirectory)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true };
        string[] arguments =
        [
            "-c", "log=$0/worker-$$.log; exec \"$@\" >\"$log\" 2>&1", logDirectory,
            .. Program(), "chaos-worker", addresses.PostgreSql, addresses.Outside.ToString(), addresses.Kafka ?? "",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new WorkerProcess(Process.Start(start)!);
    }

    /// <summary>Says whether its host had started, by its log.</summary>
    internal bool HadStarted(string logDirectory) => File.ReadLines(Path.Combine(logDirectory, $"worker-{Id}.log")).Contains(Started);

    internal void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    internal async Task SleepAsync()
    {
        IsAsleep = true;
        await SignalAsync("STOP");
    }

    internal async Task WakeAsync()
    {
        await SignalAsync("CONT");
        IsAsleep = false;
    }

    /// <summary>Stops the worker in good order.</summary>
    /// <returns>Whether it ended by itself, with 0.</returns>
    internal async Task<bool> StopAsync()
    {
        await SignalAsync("TERM");
        try
        {
            await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(40));
            return _process.ExitCode == 0;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string[] Program() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
        ? [Environment.ProcessPath!, typeof(WorkerProcess).Assembly.Location]
        : [Environment.ProcessPath!];

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}
