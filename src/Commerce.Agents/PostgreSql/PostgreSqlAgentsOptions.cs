using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Commerce.Agents;

/// <summary>Configures durable agents on PostgreSQL.</summary>
public sealed class PostgreSqlAgentsOptions
{
    internal const string SchemaPattern = "^[a-z_][a-z0-9_]{0,39}$";

    /// <summary>Gets or sets the connection string. Where it says nothing else, up to 10 connections are kept and 20 more opened under load, each for 5 minutes, and a caller waits at most 30 seconds for one.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Gets or sets the connections to use instead of <see cref="ConnectionString"/>; whoever made them disposes of them.</summary>
    public NpgsqlDataSource? DataSource { get; set; }

    /// <summary>Gets or sets the schema of the tables: lower-case letters, digits and <c>_</c>, 1 to 40.</summary>
    /// <value>The default is <c>agents</c>.</value>
    [Required, RegularExpression(SchemaPattern)]
    public string Schema { get; set; } = "agents";

    /// <summary>Gets or sets what happens to the tables when a process starts.</summary>
    /// <value>The default is <see cref="MigrateMode.OnStart"/>.</value>
    public MigrateMode Migrate { get; set; } = MigrateMode.OnStart;

    /// <summary>Gets or sets how long a process owns a shard without saying so again: as long does the work of a process that died wait.</summary>
    /// <value>The default is 10 seconds; 500 milliseconds to 5 minutes.</value>
    public TimeSpan Lease { get; set => field = Between(value, TimeSpan.FromMilliseconds(500), TimeSpan.FromMinutes(5)); } = TimeSpan.FromSeconds(10);

    /// <summary>Gets or sets how long handled messages are remembered: a repetition that comes later is handled again.</summary>
    /// <value>The default is 7 days; 1 to 90 days.</value>
    public TimeSpan InboxRetention { get; set => field = Between(value, TimeSpan.FromDays(1), TimeSpan.FromDays(90)); } = TimeSpan.FromDays(7);

    /// <summary>Gets or sets how long the states of completed keys are kept; for ever when not given.</summary>
    public TimeSpan? CompletedRetention { get; set; }

    /// <summary>Gets or sets the number of lanes in which messages are handled at the same time, when PostgreSQL carries the messages: 1 to 64.</summary>
    /// <value>The default is 4. Each lane has a transaction of its own, and no more are used than the load and slow handlers take.</value>
    [Range(1, 64)]
    public int Lanes { get; set; } = 4;

    private static TimeSpan Between(TimeSpan value, TimeSpan min, TimeSpan max)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, min);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, max);
        return value;
    }
}

[OptionsValidator]
internal sealed partial class PostgreSqlAgentsOptionsValidator : IValidateOptions<PostgreSqlAgentsOptions>;
