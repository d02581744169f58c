namespace Commerce.Agents.Domain.Shipping;

/// <summary>What a carrier answered when a label was to be voided.</summary>
/// <param name="Refusal">Why not; none when it is void.</param>
public sealed record LabelVoid(string? Refusal = null);
