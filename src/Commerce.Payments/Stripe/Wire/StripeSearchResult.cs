namespace Commerce.Payments.Stripe.Wire;

/// <summary>One page of a search, which turns its pages by a mark of its own.</summary>
internal sealed record StripeSearchResult<T>(List<T>? Data, bool HasMore, string? NextPage);
