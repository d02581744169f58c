using Commerce.Http;
using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>Warnings of fraud, reviews and charges. Source: Stripe API reference, Radar and Charges.</summary>
internal sealed partial class StripePaymentGateway
{
    private static readonly VendorOperation ListWarnings = new("list-fraud-warnings");
    private static readonly VendorOperation FindWarning = new("find-fraud-warning");
    private static readonly VendorOperation ListOpenReviews = new("list-reviews");
    private static readonly VendorOperation ApproveReview = new("approve-review") { IsSafeToRepeat = true };
    private static readonly VendorOperation FindCharge = new("find-charge");

    public Paged<StripeFraudWarning> ListFraudWarnings(StripeFraudWarningQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return List(
            () => CreatedWithin("v1/radar/early_fraud_warnings", PageSize, query.CreatedFrom, query.CreatedBefore)
                .Add("payment_intent", query.PaymentId?.Value),
            ListWarnings, StripeJson.Default.StripeListStripeFraudWarningWire, warning => warning.Id,
            (warning, requestId) => StripeMapping.FromWarning(warning, requestId, query.Seller), query.Seller);
    }

    public Task<StripeFraudWarning?> FindFraudWarningAsync(
        StripeFraudWarningId warningId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default) => FindAsync(
        $"v1/radar/early_fraud_warnings/{Uri.EscapeDataString(warningId.Value)}", FindWarning, StripeJson.Default.StripeFraudWarningWire,
        (warning, requestId) => StripeMapping.FromWarning(warning, requestId, seller), seller, cancellationToken);

    public Paged<StripeReview> ListReviews(ConnectedAccountId? seller = null) => List(
        () => new QueryAddress("v1/reviews").Add("limit", PageSize),
        ListOpenReviews, StripeJson.Default.StripeListStripeReviewWire, review => review.Id,
        (review, requestId) => StripeMapping.FromReview(review, requestId, seller), seller);

    public Task<Outcome<StripeReview>> ApproveReviewAsync(
        OperationKey key, StripeReviewId reviewId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default) => PostAsync(
        $"v1/reviews/{Uri.EscapeDataString(reviewId.Value)}/approve", ApproveReview, key, new StripeForm(), StripeJson.Default.StripeReviewWire,
        (review, requestId) => StripeMapping.FromReview(review, requestId, seller), null, seller, cancellationToken,
        static answer => Task.FromResult<Outcome<StripeReview>?>(Outcome.Refused<StripeReview>(answer.Refusal(RefusalCode.InvalidTransition))));

    public Task<StripeChargeDetails?> FindChargeAsync(
        string chargeId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(chargeId);
        return FindAsync(
            $"v1/charges/{Uri.EscapeDataString(chargeId)}?expand[0]=balance_transaction", FindCharge, StripeJson.Default.StripeChargeWire,
            (charge, requestId) => StripeMapping.FromCharge(charge, requestId, seller), seller, cancellationToken);
    }
}
