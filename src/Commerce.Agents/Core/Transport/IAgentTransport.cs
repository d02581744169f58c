using Commerce.Agents.Storage;

namespace Commerce.Agents.Transport;

/// <summary>Carries committed messages to the lanes in which they are handled, in order for each key, until they are acknowledged.</summary>
public interface IAgentTransport
{
    /// <summary>Gets the number of lanes: each is handled by a loop of its own. The messages of one key share a lane.</summary>
    int Lanes { get; }

    /// <summary>Gets how many messages wait in the lanes or are being handled.</summary>
    long Pending { get; }

    /// <summary>Gets a value indicating whether it takes messages from the store's outbox by itself; else the runtime hands them over.</summary>
    bool ReadsOutbox { get; }

    /// <summary>Gets a value indicating whether it carries topics that other systems read.</summary>
    bool CarriesTopics { get; }

    /// <summary>Gets what keeps it from carrying messages now, for health checks; <see langword="null"/> when nothing does.</summary>
    string? Complaint { get; }

    /// <summary>Starts to receive. What was taken and not acknowledged by an earlier process comes again.</summary>
    /// <param name="setup">The agents, and what a transport needs of the runtime.</param>
    /// <param name="store">The store whose outbox it reads.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>A task that ends when it receives.</returns>
    ValueTask StartAsync(AgentsSetup setup, IAgentStore store, CancellationToken cancellationToken);

    /// <summary>Takes nothing new any more; what is in the lanes is still handled.</summary>
    /// <returns>A task that ends when nothing new is taken.</returns>
    ValueTask PauseAsync();

    /// <summary>Ends in good order, after the lanes' loops have ended: gives back what it holds.</summary>
    /// <returns>A task that ends then.</returns>
    ValueTask StopAsync();

    /// <summary>Is told what was just committed.</summary>
    /// <param name="deliveries">The messages, in order. Where <see cref="ReadsOutbox"/> is false, they are the transport's from now on.</param>
    void Send(IReadOnlyList<Delivery> deliveries);

    /// <summary>Says whose messages are not given out for now.</summary>
    /// <param name="agents">The paused agents.</param>
    void Hold(IReadOnlySet<string> agents);

    /// <summary>Puts a look at a key's parked messages into the key's lane.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="key">The key.</param>
    void LookAtParked(string agent, string key);

    /// <summary>Waits for messages and takes what is there, at most so many.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="max">How many at most.</param>
    /// <param name="buffer">Receives them, in order.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>A task that ends when there is at least one.</returns>
    ValueTask ReceiveAsync(int lane, int max, ICollection<Delivery> buffer, CancellationToken cancellationToken);

    /// <summary>Says that the first so many messages that were taken are done.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="count">How many.</param>
    void Acknowledge(int lane, int count);

    /// <summary>Counts messages that wait outside this process: on a broker.</summary>
    /// <returns>How many.</returns>
    ValueTask<long> CountWaitingAsync();
}
