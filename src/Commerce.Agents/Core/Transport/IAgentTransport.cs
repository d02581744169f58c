namespace Commerce.Agents.Transport;

/// <summary>Carries messages to agents, in order within a partition, until they are acknowledged.</summary>
public interface IAgentTransport
{
    /// <summary>Gets the number of partitions.</summary>
    int PartitionCount { get; }

    /// <summary>Gets how many messages wait or are being handled.</summary>
    long Pending { get; }

    /// <summary>Hands messages over. They survive the process when the task ends, as far as the technology goes.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="deliveries">The messages, in order.</param>
    /// <returns>A task that ends when they are safe.</returns>
    ValueTask SendAsync(int partition, IReadOnlyList<Delivery> deliveries);

    /// <summary>Waits for messages and takes what is there, at most so many.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="max">How many at most.</param>
    /// <param name="buffer">Receives them, in order.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>A task that ends when there is at least one.</returns>
    ValueTask ReceiveAsync(int partition, int max, ICollection<Delivery> buffer, CancellationToken cancellationToken);

    /// <summary>Says that the first so many messages that were taken are done.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="count">How many.</param>
    void Acknowledge(int partition, int count);

    /// <summary>Gives messages that were taken and not acknowledged once more: after a crash.</summary>
    void Rewind();
}
