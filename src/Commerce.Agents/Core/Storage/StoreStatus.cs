namespace Commerce.Agents.Storage;

/// <summary>How much waits in the store.</summary>
/// <param name="OutboxDepth">Messages that wait in the outbox; an estimate above 10 000.</param>
/// <param name="OutboxAge">How long the oldest of them waits.</param>
/// <param name="ScheduleLag">How late the earliest message is that is due and not sent.</param>
/// <param name="ParkedKeys">Keys that wait because a message of theirs fails.</param>
/// <param name="DeadLetters">Messages that failed for good and were not replayed.</param>
/// <param name="OwnedShards">Shards that this process owns: 0 to 64.</param>
public sealed record StoreStatus(
    long OutboxDepth, TimeSpan OutboxAge, TimeSpan ScheduleLag, int ParkedKeys, long DeadLetters, int OwnedShards);
