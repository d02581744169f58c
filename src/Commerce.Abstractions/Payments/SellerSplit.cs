namespace Commerce.Payments;

/// <summary>How a payment is shared between the platform and one seller.</summary>
public sealed record SellerSplit
{
    /// <summary>Gets the seller's account.</summary>
    public required ConnectedAccountId Seller { get; init => field = Guard.NotDefault(value); }

    /// <summary>Gets the commission that the platform keeps; zero or more.</summary>
    public required Money Commission { get; init => field = Guard.NotNegative(value); }

    /// <summary>Gets a value indicating whether the charge lives on the seller's account rather than the platform's.</summary>
    /// <remarks>
    /// What follows (confirmation, capture, cancellation, refund, looking at it) names the seller too:
    /// <see cref="CapturePaymentRequest.Seller"/> and so on. Needs <see cref="PaymentFeature.DirectCharges"/>.
    /// </remarks>
    public bool IsDirect { get; init; }

    /// <summary>Gets a value indicating whether the seller is the settlement merchant: their country, fees and name on the statement.</summary>
    /// <remarks>A direct charge is so anyway.</remarks>
    public bool IsSettlementMerchant { get; init; }
}
