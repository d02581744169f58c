using Commerce.Agents;
using Commerce.Agents.Storage;
using Commerce.Integration.Servers;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Integration.Kafka;

/// <summary>The behaviour suite on memory with Kafka: what the transport does, whatever the store.</summary>
public sealed class MemoryRuntimeTests : AgentRuntimeContract, IDisposable
{
    private readonly KafkaMock _kafka = KafkaMock.Start();

    public void Dispose() => _kafka.Dispose();

    protected override Task<Action<AgentsBuilder>?> CreateStorageAsync() => Task.FromResult(MemoryStorage.Create(_kafka));
}

/// <summary>The crash table on memory with Kafka.</summary>
public sealed class MemoryCrashTests : AgentCrashContract, IDisposable
{
    private readonly KafkaMock _kafka = KafkaMock.Start();

    public void Dispose() => _kafka.Dispose();

    protected override Task<Action<AgentsBuilder>?> CreateStorageAsync() => Task.FromResult(MemoryStorage.Create(_kafka));
}

internal static class MemoryStorage
{
    /// <summary>One memory that outlives the processes of a test.</summary>
    internal static Action<AgentsBuilder>? Create(KafkaMock kafka)
    {
        MemoryAgentStore? store = null;
        return agents =>
        {
            agents.UseStore(services => store ??= new MemoryAgentStore(services.GetRequiredService<TimeProvider>()));
            agents.UseKafka(options => KafkaTests.Configure(options, kafka, "only"));
        };
    }
}
