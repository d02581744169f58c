using Commerce.Marketplaces;

namespace Commerce.Agents.Domain.Marketplaces;

/// <summary>What a marketplace answered to a cancellation.</summary>
/// <param name="Cancellation">The cancellation; none when it was refused.</param>
/// <param name="Refusal">Why not; none when it was taken.</param>
public sealed record MarketplaceCancellation(OrderCancelled? Cancellation, string? Refusal = null);
