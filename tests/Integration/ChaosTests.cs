using System.Diagnostics;
using Xunit;

namespace Commerce.Integration;

public sealed class ChaosTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(9);

    [Fact]
    public Task Everything_happens_once_and_in_order_while_processes_die_and_the_database_crashes() => RunAsync();

    [Fact]
    public Task Everything_happens_once_and_in_order_while_processes_die_and_the_database_and_the_broker_fail() => RunAsync("--kafka");

    private static async Task RunAsync(params string[] more)
    {
        using var run = Process.Start(new ProcessStartInfo(Programs.Benchmarks, ["chaos", "--minutes", "1", "--rate", "30", .. more])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        try
        {
            var errors = run.StandardError.ReadToEndAsync();
            var output = await run.StandardOutput.ReadToEndAsync().WaitAsync(Deadline);
            await run.WaitForExitAsync();

            Assert.True(run.ExitCode == 0, output + await errors);
        }
        finally
        {
            if (!run.HasExited)
            {
                run.Kill();
            }
        }
    }
}
