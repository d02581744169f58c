using Commerce.Http;
using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>Payouts to banks. Source: Stripe API reference, Payouts.</summary>
internal sealed partial class StripePaymentGateway : IPayoutGateway, IPayoutRecallClient
{
    internal const string PayoutLimit = "create-payout";

    private static readonly VendorOperation CreatePayout = new(PayoutLimit) { IsSafeToRepeat = true };
    private static readonly VendorOperation FindPayout = new("find-payout");
    private static readonly VendorOperation ListPayoutsOperation = new("list-payouts");
    private static readonly VendorOperation CancelPayout = new("cancel-payout") { IsSafeToRepeat = true };
    private static readonly VendorOperation ReversePayout = new("reverse-payout") { IsSafeToRepeat = true };

    public Task<Outcome<Payout>> CreatePayoutAsync(CreatePayoutRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new StripeForm();
        return StripeLedgerMapping.ToForm(request, form) is { } refusal
            ? Task.FromResult(Outcome.Refused<Payout>(refusal))
            : PayoutAsync("v1/payouts", CreatePayout, request.Key, form, "amount", request.Seller, cancellationToken);
    }

    public Task<Payout?> FindPayoutAsync(PayoutId payoutId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default) => FindAsync(
        Under("payouts", payoutId.Value), FindPayout, StripeJson.Default.StripePayout,
        (payout, requestId) => StripeMapping.FromPayout(payout, seller) with { RequestId = requestId }, seller, cancellationToken);

    public Paged<Payout> ListPayouts(PayoutQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return List(
            () => CreatedWithin("v1/payouts", query.PageSize, query.CreatedFrom, query.CreatedBefore)
                .Add("status", query.Status == PayoutStatus.Cancelled ? "canceled" : query.Status?.Value),
            ListPayoutsOperation, StripeConnectJson.Default.StripeListStripePayout, static payout => payout.Id,
            (payout, requestId) => StripeMapping.FromPayout(payout, query.Seller) with { RequestId = requestId }, query.Seller);
    }

    public Task<Outcome<Payout>> CancelPayoutAsync(
        OperationKey key, PayoutId payoutId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default) => PayoutAsync(
        Under("payouts", payoutId.Value, "/cancel"), CancelPayout, key, new StripeForm(), null, seller, cancellationToken,
        async answer => await FindPayoutAsync(payoutId, seller, cancellationToken).ConfigureAwait(false) switch
        {
            // Cancelling twice is no failure.
            { Status: var status } payout when status == PayoutStatus.Cancelled => Outcome.Of(payout),
            { Status: var status } when status != PayoutStatus.Pending => Outcome.Refused<Payout>(answer.Refusal(RefusalCode.InvalidTransition)),
            _ => null,
        });

    public Task<Outcome<Payout>> ReversePayoutAsync(
        OperationKey key, PayoutId payoutId, ConnectedAccountId? seller = null, CancellationToken cancellationToken = default) => PayoutAsync(
        Under("payouts", payoutId.Value, "/reverse"), ReversePayout, key, new StripeForm(), null, seller, cancellationToken,
        async answer => await FindPayoutAsync(payoutId, seller, cancellationToken).ConfigureAwait(false) switch
        {
            null => null,
            { Status: var status } when status != PayoutStatus.Paid => Outcome.Refused<Payout>(answer.Refusal(RefusalCode.InvalidTransition)),

            // It arrived, and Stripe gives no reason: only banks of the United States and Canada send money back, and only once.
            _ => Outcome.Refused<Payout>(answer.Refusal(RefusalCode.NotSupported)),
        });

    private Task<Outcome<Payout>> PayoutAsync(
        string path,
        VendorOperation operation,
        OperationKey key,
        StripeForm form,
        string? amountField,
        ConnectedAccountId? seller,
        CancellationToken cancellationToken,
        Func<VendorAnswer, Task<Outcome<Payout>?>>? explain = null) => PostAsync(
        path, operation, key, form, StripeJson.Default.StripePayout,
        (payout, requestId) => StripeMapping.FromPayout(payout, seller) with { RequestId = requestId }, amountField, seller, cancellationToken, explain);
}
