namespace Commerce.Agents;

/// <summary>What the people who run the agents can see and do.</summary>
public interface IAgentOperations
{
    /// <summary>Gets where the runtime is in its life.</summary>
    AgentRuntimeState State { get; }

    /// <summary>Lists the agents.</summary>
    /// <returns>One entry for each agent.</returns>
    IReadOnlyList<AgentStatus> Agents();

    /// <summary>Lists the processes that share the store, with the shards that each owns.</summary>
    /// <returns>The processes.</returns>
    Task<IReadOnlyList<AgentNode>> NodesAsync();

    /// <summary>Measures how much waits: in the store, in this process, on the broker.</summary>
    /// <returns>The figures.</returns>
    Task<AgentsLag> LagAsync();

    /// <summary>Lists keys that wait because a message of theirs fails.</summary>
    /// <param name="limit">How many at most: 1 to 500.</param>
    /// <returns>The keys, with the message at their head.</returns>
    Task<IReadOnlyList<ParkedKey>> ParkedAsync(int limit = 100);

    /// <summary>Lists messages that failed for good, oldest first.</summary>
    /// <param name="query">Which ones; all of them when not given.</param>
    /// <returns>The dead letters.</returns>
    Task<IReadOnlyList<DeadLetter>> DeadLettersAsync(DeadLetterQuery? query = null);

    /// <summary>Handles dead letters again, in their order, behind what waits for their keys already.</summary>
    /// <param name="query">Which ones; the first hundred of all when not given.</param>
    /// <returns>How many.</returns>
    Task<int> ReplayAsync(DeadLetterQuery? query = null);

    /// <summary>Tries the head of a parked key now, also one that waits for a person.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="key">The key.</param>
    /// <returns>Whether the key was parked.</returns>
    Task<bool> RetryAsync(string agent, string key);

    /// <summary>Says what became of an uncertain effect, so that its message can be handled again.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="step">The step.</param>
    /// <param name="outcome">What the call gave; <see langword="null"/> when it never happened and may be made again.</param>
    /// <returns>A task that ends when it is written down.</returns>
    Task SettleEffectAsync(string agent, Guid messageId, string step, object? outcome);

    /// <summary>Stops an agent from handling messages, in every process; they wait.</summary>
    /// <param name="agent">The agent.</param>
    /// <returns>A task that ends when it is written; the other processes follow within seconds.</returns>
    /// <exception cref="ArgumentException">There is no such agent.</exception>
    Task PauseAsync(string agent);

    /// <summary>Lets an agent go on, in every process.</summary>
    /// <param name="agent">The agent.</param>
    /// <returns>A task that ends when it is written; the other processes follow within seconds.</returns>
    /// <exception cref="ArgumentException">There is no such agent.</exception>
    Task ResumeAsync(string agent);

    /// <summary>Waits until nothing is left to do now; scheduled messages do not count.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>A task that ends when everything is handled.</returns>
    Task DrainAsync(CancellationToken cancellationToken = default);
}
