using Commerce.Http;
using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>Transfers to sellers and the platform's commissions. Source: Stripe API reference, Transfers and Application fees.</summary>
internal sealed partial class StripePaymentGateway : ITransferClient, ICommissionClient
{
    private static readonly VendorOperation CreateTransfer = new("create-transfer") { IsSafeToRepeat = true };
    private static readonly VendorOperation ReverseTransfer = new("reverse-transfer") { IsSafeToRepeat = true };
    private static readonly VendorOperation FindTransfer = new("find-transfer");
    private static readonly VendorOperation ListTransfersOperation = new("list-transfers");
    private static readonly VendorOperation ListCommissionsOperation = new("list-commissions");
    private static readonly VendorOperation FindCommission = new("find-commission");
    private static readonly VendorOperation RefundCommission = new("refund-commission") { IsSafeToRepeat = true };

    public async Task<Outcome<Transfer>> CreateTransferAsync(CreateTransferRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);

        // Stripe takes the money of a charge, and a payment names its charge.
        string? charge = null;
        if (request.Source is { } source)
        {
            if (await FindPaymentAsync(source, null, cancellationToken).ConfigureAwait(false) is not { } payment)
            {
                return Outcome.Refused<Transfer>(RefusalCode.NotFound, $"Source is {source}: Stripe does not know this payment.", nameof(request.Source));
            }

            charge = payment.ChargeId;
            if (charge is null)
            {
                return Outcome.Refused<Transfer>(
                    RefusalCode.InvalidTransition, $"Source is {source}, which is {payment.Status} and has no charge yet: transfer once it is paid.", nameof(request.Source));
            }
        }

        var form = new StripeForm();
        return StripeLedgerMapping.ToForm(request, charge, form) is { } refusal
            ? Outcome.Refused<Transfer>(refusal)
            : await PostAsync(
                "v1/transfers", CreateTransfer, request.Key, form, StripeConnectJson.Default.StripeTransfer,
                static (transfer, requestId) => StripeLedgerMapping.FromTransfer(transfer) with { RequestId = requestId }, "amount", null, cancellationToken).ConfigureAwait(false);
    }

    public Task<Outcome<TransferReversal>> ReverseTransferAsync(ReverseTransferRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new StripeForm();
        return StripeLedgerMapping.ToForm(request, form) is { } refusal
            ? Task.FromResult(Outcome.Refused<TransferReversal>(refusal))
            : PostAsync(
                Under("transfers", request.TransferId.Value, "/reversals"), ReverseTransfer, request.Key, form,
                StripeConnectJson.Default.StripeTransferReversal, StripeLedgerMapping.FromReversal, "amount", null, cancellationToken,
                async answer => await FindTransferAsync(request.TransferId, cancellationToken).ConfigureAwait(false) is { } transfer
                    ? LeftTooLittle<TransferReversal>(answer, transfer.Amount - transfer.Reversed, request.Amount)
                    : null);
    }

    public Task<Transfer?> FindTransferAsync(TransferId transferId, CancellationToken cancellationToken = default) => FindAsync(
        Under("transfers", transferId.Value), FindTransfer, StripeConnectJson.Default.StripeTransfer,
        static (transfer, requestId) => StripeLedgerMapping.FromTransfer(transfer) with { RequestId = requestId }, null, cancellationToken);

    public Paged<Transfer> ListTransfers(TransferQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return List(
            () => CreatedWithin("v1/transfers", query.PageSize, query.CreatedFrom, query.CreatedBefore)
                .Add("destination", query.Destination?.Value).Add("transfer_group", query.Group),
            ListTransfersOperation, StripeConnectJson.Default.StripeListStripeTransfer, static transfer => transfer.Id,
            static (transfer, requestId) => StripeLedgerMapping.FromTransfer(transfer) with { RequestId = requestId }, null);
    }

    public Paged<Commission> ListCommissions(CommissionQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return List(
            () => CreatedWithin("v1/application_fees", query.PageSize, query.CreatedFrom, query.CreatedBefore).Add("charge", query.ChargeId),
            ListCommissionsOperation, StripeConnectJson.Default.StripeListStripeApplicationFee, static fee => fee.Id,
            static (fee, requestId) => StripeLedgerMapping.FromFee(fee) with { RequestId = requestId }, null);
    }

    public Task<Outcome<CommissionRefund>> RefundCommissionAsync(RefundCommissionRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var form = new StripeForm();
        return StripeLedgerMapping.ToForm(request, form) is { } refusal
            ? Task.FromResult(Outcome.Refused<CommissionRefund>(refusal))
            : PostAsync(
                Under("application_fees", request.CommissionId.Value, "/refunds"), RefundCommission, request.Key, form,
                StripeConnectJson.Default.StripeFeeRefund, static (refund, requestId) => StripeLedgerMapping.FromFeeRefund(refund) with { RequestId = requestId }, "amount", null, cancellationToken,
                async answer => await FindAsync(
                    Under("application_fees", request.CommissionId.Value), FindCommission, StripeConnectJson.Default.StripeApplicationFee,
                    static (fee, requestId) => StripeLedgerMapping.FromFee(fee) with { RequestId = requestId }, null, cancellationToken).ConfigureAwait(false) is { } commission
                    ? LeftTooLittle<CommissionRefund>(answer, commission.Amount - commission.Refunded, request.Amount)
                    : null);
    }

    /// <summary>Stripe has no code for giving back what is not there any more: what is left says it.</summary>
    private static Outcome<T>? LeftTooLittle<T>(VendorAnswer answer, Money left, Money? wanted)
        where T : class =>
        left.IsZero || (wanted is { } amount && amount.Currency == left.Currency && amount > left)
            ? Outcome.Refused<T>(answer.Refusal(RefusalCode.AmountExceeded, "Amount"))
            : null;
}
