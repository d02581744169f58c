namespace Commerce.Agents.Domain.Shipping;

/// <summary>What a carrier answered when the day was closed.</summary>
/// <param name="Numbers">Its numbers of the lists.</param>
/// <param name="Documents">The names of the documents.</param>
/// <param name="Refusal">Why not; none when closed.</param>
public sealed record ManifestOutcome(IReadOnlyList<string> Numbers, IReadOnlyList<string> Documents, string? Refusal = null);
