namespace Commerce.Agents;

/// <summary>What is known of a message besides its content.</summary>
/// <param name="Id">Its id, a UUID version 7: the same at every delivery.</param>
/// <param name="Key">The key by which its agent orders messages.</param>
/// <param name="Attempt">Which attempt this is, from 1.</param>
/// <param name="CorrelationId">The id of the message that started the whole conversation.</param>
/// <param name="CausationId">The id of the message that caused this one; empty for the first.</param>
/// <param name="OccurredAt">When it was sent.</param>
/// <param name="Tenant">Whose data it is about; <see langword="null"/> for the platform itself.</param>
public sealed record MessageInfo(
    Guid Id, string Key, int Attempt, Guid CorrelationId, Guid CausationId, DateTimeOffset OccurredAt, TenantId? Tenant);
