namespace Commerce.Agents;

/// <summary>A key that waits because a message of its fails.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Key">The key.</param>
/// <param name="MessageId">The message that fails.</param>
/// <param name="MessageType">Its type.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Error">Why it failed last; no message content.</param>
/// <param name="RetryAt">When it is tried again; <see langword="null"/> when it waits for a person.</param>
/// <param name="Waiting">How many messages wait, this one included.</param>
public sealed record ParkedKey(
    string Agent, string Key, Guid MessageId, string MessageType, int Attempts, string Error, DateTimeOffset? RetryAt, int Waiting);
