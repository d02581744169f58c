namespace Commerce.Agents;

/// <summary>What an agent has done since the start.</summary>
/// <param name="Name">The agent.</param>
/// <param name="IsPaused">Whether it is paused.</param>
/// <param name="Handled">Messages handled.</param>
/// <param name="Duplicates">Messages that had been handled before.</param>
/// <param name="Failed">Attempts that failed.</param>
/// <param name="DeadLettered">Messages that failed for good.</param>
public sealed record AgentStatus(string Name, bool IsPaused, long Handled, long Duplicates, long Failed, long DeadLettered);
