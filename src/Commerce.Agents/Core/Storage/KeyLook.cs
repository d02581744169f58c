namespace Commerce.Agents.Storage;

/// <summary>What the store tells of one key before its messages are handled. Filled in by the store.</summary>
public sealed class KeyLook
{
    internal KeyLook(string agent, string key)
    {
        Agent = agent;
        Key = key;
    }

    /// <summary>Gets the agent.</summary>
    public string Agent { get; }

    /// <summary>Gets the key.</summary>
    public string Key { get; }

    /// <summary>Gets the ids of the messages to be handled.</summary>
    public IList<Guid> MessageIds { get; } = [];

    /// <summary>Gets which of them were handled before, by position.</summary>
    public ISet<int> Known { get; } = new HashSet<int>();

    /// <summary>Gets or sets the state; <see langword="null"/> when the key has none.</summary>
    public object? State { get; set; }

    /// <summary>Gets or sets the version of the state: 0 when the key has none.</summary>
    public long Version { get; set; }

    /// <summary>Gets or sets the steps of a saga.</summary>
    public IReadOnlyList<SagaStep> Steps { get; set; } = [];

    /// <summary>Gets or sets a value indicating whether a message of the key fails, so that later ones queue behind it.</summary>
    public bool IsParked { get; set; }
}
