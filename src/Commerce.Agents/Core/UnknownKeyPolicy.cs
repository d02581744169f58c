namespace Commerce.Agents;

/// <summary>What happens to a message for a key that has no state and that does not start one.</summary>
public enum UnknownKeyPolicy
{
    /// <summary>It is handled with new state: any message may come first.</summary>
    Create,

    /// <summary>It is dropped: for a saga, a message that comes after its end.</summary>
    Ignore,

    /// <summary>It is tried again later, then becomes a dead letter: the starting message may still come.</summary>
    Retry,
}
