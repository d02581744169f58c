namespace Commerce.Marketplaces.Publishing;

/// <summary>A push that was stopped because it would change too much at once. Nothing of its kind is pushed until a person lets it through.</summary>
/// <param name="Account">The account.</param>
/// <param name="Kind">Stock or prices.</param>
/// <param name="Reason">What would have changed, and which limit forbids it.</param>
/// <param name="At">When it was stopped.</param>
public sealed record PushHold(string Account, OfferBatchKind Kind, string Reason, DateTimeOffset At);
