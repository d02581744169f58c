namespace Commerce.Payments;

/// <summary>A genuine event of a kind that the client does not read, or whose object it cannot read: <see cref="PaymentEvent.Raw"/> has it.</summary>
public sealed record UnknownEvent : PaymentEvent;
