using Commerce.Agents.Storage;
using Commerce.Agents.Transport;
using Commerce.Testing;

namespace Commerce.Agents.Tests.Runtime;

public sealed class MemoryRuntimeTests : AgentRuntimeContract
{
    protected override IAgentStore CreateStore(FakeClock clock) => new MemoryAgentStore(clock);

    protected override IAgentTransport CreateTransport() => new MemoryAgentTransport();
}
