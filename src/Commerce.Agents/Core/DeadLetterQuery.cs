namespace Commerce.Agents;

/// <summary>Which dead letters; all of them when nothing is said.</summary>
public sealed record DeadLetterQuery
{
    /// <summary>Gets their numbers; any when empty.</summary>
    public IReadOnlyCollection<long> Ids { get; init; } = [];

    /// <summary>Gets the agent that could not handle them.</summary>
    public string? Agent { get; init; }

    /// <summary>Gets the name of the messages' type.</summary>
    public string? MessageType { get; init; }

    /// <summary>Gets when they were given up at the earliest.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Gets when they were given up, exclusive.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Gets how many at most: 1 to 500.</summary>
    /// <value>The default is 100.</value>
    public int Limit { get; init => field = PageLimit.Check(value, nameof(Limit)); } = 100;
}
