using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Commerce.Benchmarks.Chaos;

/// <summary>Measures how long the messages of a dead process's shards stand still.</summary>
internal sealed class Recoveries(NpgsqlDataSource source)
{
    private const string FindShards = """
        select s.shard from agents.agent_shard s join agents.agent_node n on n.id = s.owner
        where n.name like '%/' || $1 and n.seen_at > now() - interval '30 seconds' order by 1
        """;

    // Load never stops: rows of the second after the death are there, and gone only when another process has the shard.
    private const string CountOld = """
        select count(*) from agents.agent_outbox where shard = any($1) and created_at < $2
        """;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly ConcurrentQueue<double> _seconds = new();
    private readonly List<Task> _running = [];

    /// <summary>Gets the seconds of each death so far.</summary>
    internal IReadOnlyList<double> Seconds => [.. _seconds];

    /// <summary>Finds the shards of a process, before it dies.</summary>
    internal async Task<short[]> FindShardsAsync(int processId)
    {
        await using var command = source.CreateCommand(FindShards);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = processId.ToString(CultureInfo.InvariantCulture) });
        var shards = new List<short>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            shards.Add(reader.GetInt16(0));
        }

        return [.. shards];
    }

    /// <summary>Begins to measure a death that has just happened.</summary>
    internal void Watch(short[] shards) => _running.Add(WatchAsync(shards, DateTimeOffset.UtcNow));

    internal Task EndAsync() => Task.WhenAll(_running);

    private async Task WatchAsync(short[] shards, DateTimeOffset diedAt)
    {
        var started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < Patience)
        {
            await Task.Delay(Interval);
            if (Stopwatch.GetElapsedTime(started) > Window && await CountAsync(shards, diedAt + Window) == 0)
            {
                break;
            }
        }

        var seconds = Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 1);
        _seconds.Enqueue(seconds);
        ChaosRun.Tell($"the messages of {shards.Length} shards move again after {seconds} s");
    }

    private async Task<long?> CountAsync(short[] shards, DateTimeOffset before)
    {
        try
        {
            await using var command = source.CreateCommand(CountOld);
            command.Parameters.Add(new NpgsqlParameter<short[]> { TypedValue = shards });
            command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = before });
            return (long)(await command.ExecuteScalarAsync())!;
        }
        catch (NpgsqlException)
        {
            // The database is being restarted.
            return null;
        }
    }
}
