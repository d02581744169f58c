namespace Commerce.Agents.Domain.Shipping;

/// <summary>Something about a shipment that did not change it, or that an operator did.</summary>
/// <param name="At">When it was noted.</param>
/// <param name="Text">What. No personal data.</param>
public sealed record ShipmentNote(DateTimeOffset At, string Text);
