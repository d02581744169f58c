using System.Text.Json.Serialization;

namespace Commerce.Payments;

/// <summary>What a gateway client can do beyond payments and refunds.</summary>
/// <param name="Value">The word.</param>
[JsonConverter(typeof(ParsableJsonConverter<PaymentFeature>))]
public readonly record struct PaymentFeature(string Value) : IOpenEnum<PaymentFeature>
{
    /// <summary>Gets: listing payments (<see cref="IPaymentDirectory"/>).</summary>
    public static PaymentFeature Listing { get; } = new("listing");

    /// <summary>Gets: disputes (<see cref="IDisputeClient"/>).</summary>
    public static PaymentFeature Disputes { get; } = new("disputes");

    /// <summary>Gets: seller accounts (<see cref="IConnectedAccountClient"/>).</summary>
    public static PaymentFeature ConnectedAccounts { get; } = new("connected_accounts");

    /// <summary>Gets: transfers to sellers (<see cref="ITransferClient"/>).</summary>
    public static PaymentFeature Transfers { get; } = new("transfers");

    /// <summary>Gets: payouts to banks (<see cref="IPayoutGateway"/>).</summary>
    public static PaymentFeature Payouts { get; } = new("payouts");

    /// <summary>Gets: balance, movements and fees (<see cref="IBalanceReader"/>).</summary>
    public static PaymentFeature Balance { get; } = new("balance");

    /// <summary>Gets: saved payment methods (<see cref="ISavedMethodClient"/>).</summary>
    public static PaymentFeature SavedMethods { get; } = new("saved_methods");

    /// <summary>Gets: capturing less than was authorised.</summary>
    public static PaymentFeature PartialCapture { get; } = new("partial_capture");

    /// <summary>Gets: capturing several times.</summary>
    public static PaymentFeature SeveralCaptures { get; } = new("several_captures");

    /// <summary>Gets: raising an authorisation (<see cref="IAuthorizationClient"/>).</summary>
    public static PaymentFeature IncrementalAuthorization { get; } = new("incremental_authorization");

    /// <summary>Gets: payments on a seller's own account (<see cref="SellerSplit.IsDirect"/>).</summary>
    public static PaymentFeature DirectCharges { get; } = new("direct_charges");

    /// <summary>Gets: finding payments by their notes (<see cref="PaymentQuery.Metadata"/>).</summary>
    public static PaymentFeature MetadataSearch { get; } = new("metadata_search");

    /// <summary>Gets: changing payments (<see cref="IPaymentUpdateClient"/>).</summary>
    public static PaymentFeature PaymentUpdates { get; } = new("payment_updates");

    /// <summary>Gets: saving payment methods without a payment (<see cref="IMethodSetupClient"/>).</summary>
    public static PaymentFeature MethodSetups { get; } = new("method_setups");

    /// <summary>Gets: telling and giving back commissions (<see cref="ICommissionClient"/>).</summary>
    public static PaymentFeature Commissions { get; } = new("commissions");

    /// <summary>Gets: listing events (<see cref="IPaymentEventReader"/>).</summary>
    public static PaymentFeature Events { get; } = new("events");

    /// <summary>Gets: calling payouts back (<see cref="IPayoutRecallClient"/>).</summary>
    public static PaymentFeature PayoutRecall { get; } = new("payout_recall");

    /// <summary>Gets: cancelling refunds (<see cref="IRefundCancelClient"/>).</summary>
    public static PaymentFeature RefundCancellation { get; } = new("refund_cancellation");

    /// <inheritdoc/>
    public static PaymentFeature From(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
