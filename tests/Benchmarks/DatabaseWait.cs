using System.Diagnostics;
using Npgsql;

namespace Commerce.Benchmarks;

/// <summary>Waits for what a database says.</summary>
internal static class DatabaseWait
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <summary>Asks until the database answers as expected.</summary>
    /// <returns>Whether it did within the deadline.</returns>
    internal static async Task<bool> UntilAsync(NpgsqlDataSource source, string sql, long expected, TimeSpan deadline, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(sql);
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < deadline)
        {
            if ((long)(await command.ExecuteScalarAsync(cancellationToken))! == expected)
            {
                return true;
            }

            await Task.Delay(Interval, cancellationToken);
        }

        return false;
    }
}
