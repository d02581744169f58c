namespace Commerce.Integration.Workflows;

/// <summary>On what the agents run.</summary>
public enum Backend
{
    /// <summary>All in memory.</summary>
    Memory,

    /// <summary>State and messages in PostgreSQL.</summary>
    PostgreSql,

    /// <summary>State in PostgreSQL, messages over Kafka.</summary>
    PostgreSqlAndKafka,
}
