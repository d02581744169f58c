namespace Commerce.Agents;

/// <summary>What a caller knows of a message.</summary>
public sealed record PublishOptions
{
    /// <summary>Gets the message's id: the same id is handled once, however often it is sent. A new one when not given.</summary>
    public Guid? MessageId { get; init; }

    /// <summary>Gets the id of the conversation; the message's own when not given.</summary>
    public Guid? CorrelationId { get; init; }

    /// <summary>Gets whose data it is about.</summary>
    public TenantId? Tenant { get; init; }
}
