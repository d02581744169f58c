using Commerce.Agents;
using Commerce.Integration.Servers;
using Commerce.Testing;

namespace Commerce.Integration.Kafka;

/// <summary>The behaviour suite on PostgreSQL with Kafka.</summary>
public sealed class RuntimeTests : AgentRuntimeContract, IDisposable
{
    private readonly KafkaMock _kafka = KafkaMock.Start();

    public void Dispose() => _kafka.Dispose();

    protected override Task<Action<AgentsBuilder>?> CreateStorageAsync() => KafkaTests.StorageAsync(_kafka);
}

/// <summary>The crash table on PostgreSQL with Kafka.</summary>
public sealed class CrashTests : AgentCrashContract, IDisposable
{
    private readonly KafkaMock _kafka = KafkaMock.Start();

    public void Dispose() => _kafka.Dispose();

    protected override Task<Action<AgentsBuilder>?> CreateStorageAsync() => KafkaTests.StorageAsync(_kafka);
}
