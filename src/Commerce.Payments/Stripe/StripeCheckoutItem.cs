namespace Commerce.Payments.Stripe;

/// <summary>A line of a hosted checkout.</summary>
public sealed record StripeCheckoutItem
{
    /// <summary>Gets what the buyer reads.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the price of one, above zero, in the currency of every other line.</summary>
    public required Money UnitPrice { get; init; }

    /// <summary>Gets how many: 1 or more.</summary>
    /// <value>The default is 1.</value>
    public int Quantity { get; init; } = 1;
}
