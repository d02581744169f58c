namespace Commerce.Marketplaces.Sync;

/// <summary>What went wrong with one order or one account; the others went on.</summary>
/// <param name="OrderId">The order; absent when the account as a whole failed.</param>
/// <param name="Message">What went wrong and what happens next. No personal data.</param>
/// <param name="Kind">The kind of a technical failure; absent when the marketplace or a handler said no.</param>
public sealed record SyncFailure(MarketplaceOrderId? OrderId, string Message, CommerceErrorKind? Kind = null);
