using Confluent.Kafka;

namespace Commerce.Agents.Kafka;

/// <summary>A partition for as long as this process has it. When it comes back after a rebalance, it is another one.</summary>
internal sealed class AssignedPartition(TopicPartition place, string? agent, int lane, long next)
{
    /// <summary>The position of a partition of which nothing is known but that it begins with its first message.</summary>
    internal const long FromBeginning = -1;

    internal TopicPartition Place { get; } = place;

    /// <summary>Gets the agent whose topic it is; <see langword="null"/> for another system's topic.</summary>
    internal string? Agent { get; } = agent;

    internal int Lane { get; } = lane;

    /// <summary>Gets or sets the first offset that is not done, as far as it is known.</summary>
    internal long Next { get; set; } = next;

    /// <summary>Gets or sets the offset that is stored to be committed.</summary>
    internal long Stored { get; set; } = next;

    /// <summary>Gets another system's records that could not be stored yet. Only the polling loop uses it.</summary>
    internal List<ConsumeResult<byte[]?, byte[]?>> Backlog { get; } = [];

    internal bool IsPaused { get; set; }

    /// <summary>Gets or sets a value indicating whether the group gave it to somebody else.</summary>
    internal bool IsGone { get; set; }

    /// <summary>Gets or sets why it stands still until a person acts.</summary>
    internal string? Complaint { get; set; }
}
