using System.Diagnostics;
using Xunit;

namespace Commerce.Integration;

public sealed class ChaosTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(9);

    [Fact]
    public async Task Everything_happens_once_and_in_order_while_processes_die_and_the_database_crashes()
    {
        using var run = Process.Start(new ProcessStartInfo(Program(), ["chaos", "--minutes", "1", "--rate", "30"])
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

    /// <summary>The benchmarks are built with these tests, into the same place beside them.</summary>
    private static string Program()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Commerce.Benchmarks").Replace("/Integration/", "/Benchmarks/", StringComparison.Ordinal);
        return File.Exists(program) ? program : throw new FileNotFoundException($"Build tests/Benchmarks first: there is no {program}.");
    }
}
