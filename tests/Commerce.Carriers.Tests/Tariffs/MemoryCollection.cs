using Xunit;

namespace Commerce.Carriers.Tests.Tariffs;

/// <summary>Tests that measure the memory of the whole process: nothing else runs meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MemoryCollection
{
    internal const string Name = "Memory";
}
