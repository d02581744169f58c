namespace Commerce.Agents.Storage;

/// <summary>A message with what travels with it.</summary>
public sealed class Envelope
{
    /// <summary>Gets the id: a UUID version 7, the key of de-duplication.</summary>
    public required Guid Id { get; init; }

    /// <summary>Gets the content.</summary>
    public required IMessage Message { get; init; }

    /// <summary>Gets the id of the conversation.</summary>
    public required Guid CorrelationId { get; init; }

    /// <summary>Gets the id of the message that caused this one; empty for the first.</summary>
    public Guid CausationId { get; init; }

    /// <summary>Gets when it was sent.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Gets whose data it is about.</summary>
    public TenantId? Tenant { get; init; }

    /// <summary>Gets the W3C trace parent.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Gets the process that waits for a reply.</summary>
    public Guid? ReplyTo { get; init; }

    internal Envelope WithId(Guid id, DateTimeOffset at) => new()
    {
        Id = id,
        Message = Message,
        CorrelationId = CorrelationId,
        CausationId = CausationId,
        OccurredAt = at,
        Tenant = Tenant,
        TraceParent = TraceParent,
        ReplyTo = ReplyTo,
    };
}
