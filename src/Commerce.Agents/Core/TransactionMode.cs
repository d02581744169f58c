namespace Commerce.Agents;

/// <summary>In which transaction the effects of a message are committed.</summary>
public enum TransactionMode
{
    /// <summary>Together with those of other messages: fast, for handlers that only describe effects.</summary>
    Shared,

    /// <summary>In one of its own, which the handler may use for tables of its own: slower by a factor of ten and more.</summary>
    Own,
}
