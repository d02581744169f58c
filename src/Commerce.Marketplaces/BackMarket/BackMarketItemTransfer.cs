namespace Commerce.Marketplaces.BackMarket;

/// <summary>An item on its way back to the buyer.</summary>
/// <param name="ThreadId">The care folder.</param>
/// <param name="TrackingNumber">The tracking number.</param>
/// <param name="WasAlreadyTold">Whether Back Market knew it before.</param>
public sealed record BackMarketItemTransfer(ThreadId ThreadId, string TrackingNumber, bool WasAlreadyTold = false);
