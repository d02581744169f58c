using Commerce.Agents.Runtime;

namespace Commerce.Agents.Storage;

/// <summary>Shards: the unit of ownership for everything that is stored. Every process computes the same one for a key.</summary>
public static class Shards
{
    /// <summary>The number of shards.</summary>
    public const int Count = 64;

    /// <summary>Finds the shard of an agent's key.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="key">The key.</param>
    /// <returns>The shard: 0 to 63.</returns>
    public static short Of(string agent, string key) => (short)(Hash(agent, key) % Count);

    internal static ulong Hash(string agent, string key) => StableId.Hash(key) ^ StableId.Hash(agent);
}
