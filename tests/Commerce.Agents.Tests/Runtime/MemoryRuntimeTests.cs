using Commerce.Testing;

namespace Commerce.Agents.Tests.Runtime;

public sealed class MemoryRuntimeTests : AgentRuntimeContract
{
    protected override Task<Action<AgentsBuilder>?> CreateStorageAsync() => Task.FromResult<Action<AgentsBuilder>?>(null);
}

public sealed class MemoryCrashTests : AgentCrashContract
{
    protected override Task<Action<AgentsBuilder>?> CreateStorageAsync() => Task.FromResult<Action<AgentsBuilder>?>(null);
}
