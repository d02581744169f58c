namespace Commerce.Payments.Stripe;

/// <summary>Something that Stripe has deleted.</summary>
/// <param name="Id">Stripe's key of it.</param>
public sealed record StripeDeletion(string Id);
