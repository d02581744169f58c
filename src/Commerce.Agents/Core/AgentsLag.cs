using Commerce.Agents.Storage;

namespace Commerce.Agents;

/// <summary>How far the agents are behind.</summary>
/// <param name="Store">What waits in the store.</param>
/// <param name="Handling">Messages in this process that wait in lanes or are being handled.</param>
/// <param name="Broker">Messages that wait on the broker for this process.</param>
public sealed record AgentsLag(StoreStatus Store, long Handling, long Broker);
