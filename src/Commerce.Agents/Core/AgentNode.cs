namespace Commerce.Agents;

/// <summary>A process that runs agents.</summary>
/// <param name="Id">Its id: a new one at each start.</param>
/// <param name="Name">Its machine and process.</param>
/// <param name="SeenAt">When it last said that it lives.</param>
/// <param name="Shards">The shards that it owns: 0 to 63.</param>
public sealed record AgentNode(Guid Id, string Name, DateTimeOffset SeenAt, IReadOnlyList<int> Shards);
