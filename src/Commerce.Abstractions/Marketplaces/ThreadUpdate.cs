namespace Commerce.Marketplaces;

/// <summary>What changes in a conversation without a message.</summary>
public sealed record ThreadUpdate
{
    /// <summary>Gets the conversation.</summary>
    public required ThreadId ThreadId { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets whether it shall be open; unchanged when not given.</summary>
    public bool? IsOpen { get; init; }

    /// <summary>Gets whether it shall count as read; unchanged when not given.</summary>
    public bool? IsRead { get; init; }
}
