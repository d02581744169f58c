using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>Money that moves between platform, sellers and banks: our words to Stripe's and back. Pure functions.</summary>
internal static class StripeLedgerMapping
{
    internal static Refusal? ToForm(CreateTransferRequest request, string? charge, StripeForm form)
    {
        if (StripeMoney.TryWrite(request.Amount, out var amount) is { } refusal)
        {
            return refusal;
        }

        return form.Add("amount", amount)
            .Add("currency", Word(request.Amount))
            .Add("destination", request.Destination.Value)
            .Add("source_transaction", charge)
            .Add("transfer_group", request.Group)
            .Add("metadata", request.Metadata)
            .AddVendorFields(request.VendorFields);
    }

    internal static Refusal? ToForm(ReverseTransferRequest request, StripeForm form) =>
        AddAmount(form, request.Amount)
        ?? form.Add("refund_application_fee", request.RefundCommission ? true : null)
            .Add("metadata", request.Metadata)
            .AddVendorFields(request.VendorFields);

    internal static Refusal? ToForm(RefundCommissionRequest request, StripeForm form)
    {
        var refusal = AddAmount(form, request.Amount);
        form.Add("metadata", request.Metadata);
        return refusal;
    }

    internal static Refusal? ToForm(CreatePayoutRequest request, StripeForm form)
    {
        if (StripeMoney.TryWrite(request.Amount, out var amount) is { } refusal)
        {
            return refusal;
        }

        // Charges in these currencies have decimals, payouts have none.
        if (request.Amount.Currency.Code is "HUF" or "TWD" && amount % 100 != 0)
        {
            return new Refusal(
                RefusalCode.Validation, $"The amount is {request.Amount}: Stripe pays out whole {request.Amount.Currency.Code} only, round it.") { Field = "Amount" };
        }

        return form.Add("amount", amount)
            .Add("currency", Word(request.Amount))
            .Add("statement_descriptor", request.StatementText)
            .Add("metadata", request.Metadata)
            .AddVendorFields(request.VendorFields);
    }

    internal static Refusal? ToForm(StripeTopUpRequest request, StripeForm form)
    {
        if (StripeMoney.TryWrite(request.Amount, out var amount) is { } refusal)
        {
            return refusal;
        }

        return form.Add("amount", amount)
            .Add("currency", Word(request.Amount))
            .Add("description", request.Description)
            .Add("statement_descriptor", request.StatementText)
            .Add("transfer_group", request.Group)
            .AddVendorFields(request.VendorFields);
    }

    internal static Transfer FromTransfer(StripeTransfer transfer) => new()
    {
        Id = new TransferId(StripeMapping.Needed(transfer.Id, "id")),
        Amount = StripeMoney.Read(transfer.Amount, transfer.Currency),
        Reversed = StripeMoney.Read(transfer.AmountReversed, transfer.Currency),
        Destination = new ConnectedAccountId(StripeMapping.Needed(transfer.Destination, "destination")),
        CreatedAt = DateTimeOffset.FromUnixTimeSeconds(transfer.Created),
        Metadata = transfer.Metadata ?? [],
    };

    internal static TransferReversal FromReversal(StripeTransferReversal reversal, string? requestId) => new()
    {
        Id = new TransferReversalId(StripeMapping.Needed(reversal.Id, "id")),
        TransferId = new TransferId(StripeMapping.Needed(reversal.Transfer, "transfer")),
        Amount = StripeMoney.Read(reversal.Amount, reversal.Currency),
        CreatedAt = DateTimeOffset.FromUnixTimeSeconds(reversal.Created),
        Metadata = reversal.Metadata ?? [],
        RequestId = requestId,
    };

    internal static Commission FromFee(StripeApplicationFee fee) => new()
    {
        Id = new CommissionId(StripeMapping.Needed(fee.Id, "id")),
        Seller = new ConnectedAccountId(StripeMapping.Needed(fee.Account, "account")),
        Amount = StripeMoney.Read(fee.Amount, fee.Currency),
        Refunded = StripeMoney.Read(fee.AmountRefunded, fee.Currency),
        ChargeId = fee.Charge,
        CreatedAt = DateTimeOffset.FromUnixTimeSeconds(fee.Created),
    };

    internal static CommissionRefund FromFeeRefund(StripeFeeRefund refund) => new()
    {
        Id = new CommissionRefundId(StripeMapping.Needed(refund.Id, "id")),
        CommissionId = new CommissionId(StripeMapping.Needed(refund.Fee, "fee")),
        Amount = StripeMoney.Read(refund.Amount, refund.Currency),
        CreatedAt = DateTimeOffset.FromUnixTimeSeconds(refund.Created),
        Metadata = refund.Metadata ?? [],
    };

    /// <summary>Joins what is available with what is pending, in the order in which Stripe names the currencies.</summary>
    internal static IReadOnlyList<Balance> FromBalance(StripeBalance balance)
    {
        var available = StripeMapping.Needed(balance.Available, "available");
        var pending = StripeMapping.Needed(balance.Pending, "pending");
        return [.. available.Concat(pending).Select(static funds => funds.Currency).Distinct(StringComparer.Ordinal).Select(currency => new Balance(
            Sum(available, currency), Sum(pending, currency)))];
    }

    internal static BalanceMovement FromMovement(StripeMovement movement) => new()
    {
        Id = StripeMapping.Needed(movement.Id, "id"),
        Type = StripeMapping.Needed(movement.Type, "type"),
        Kind = KindOf(movement),
        Amount = StripeMoney.Read(movement.Amount, movement.Currency),
        Fee = StripeMoney.Read(movement.Fee, movement.Currency),
        Net = StripeMoney.Read(movement.Net, movement.Currency),
        SourceId = movement.Source?.Id,
        PaymentId = movement.Source?.PaymentIntent is { Length: > 0 } payment ? new GatewayPaymentId(payment) : null,
        ExchangeRate = movement.ExchangeRate,
        CreatedAt = DateTimeOffset.FromUnixTimeSeconds(movement.Created),
        AvailableAt = StripeMapping.Time(movement.AvailableOn),
    };

    private static MovementKind KindOf(StripeMovement movement) => movement.Type switch
    {
        "charge" or "payment" => MovementKind.Capture,
        "refund" or "payment_refund" or "refund_failure" or "payment_failure_refund" => MovementKind.Refund,
        "adjustment" when movement.Source?.Object == "dispute" => MovementKind.Dispute,
        "transfer" or "transfer_refund" or "transfer_cancel" or "transfer_failure" => MovementKind.Transfer,
        "payout" or "payout_failure" or "payout_cancel" => MovementKind.Payout,
        "application_fee" or "application_fee_refund" => MovementKind.Commission,
        "stripe_fee" or "stripe_fx_fee" or "tax_fee" => MovementKind.Fee,
        "topup" or "topup_reversal" => MovementKind.TopUp,
        _ => MovementKind.Unknown,
    };

    internal static StripeTopUp FromTopUp(StripeTopUpWire topUp) => new()
    {
        Id = StripeMapping.Needed(topUp.Id, "id"),
        Amount = StripeMoney.Read(topUp.Amount, topUp.Currency),
        Status = topUp.Status switch
        {
            "pending" => StripeTopUpStatus.Pending,
            "succeeded" => StripeTopUpStatus.Succeeded,
            "failed" => StripeTopUpStatus.Failed,
            "canceled" => StripeTopUpStatus.Cancelled,
            "reversed" => StripeTopUpStatus.Reversed,
            _ => StripeTopUpStatus.Unknown,
        },
        AvailableAt = StripeMapping.Time(topUp.ExpectedAvailabilityDate),
        FailureCode = topUp.FailureCode,
        Description = topUp.Description,
        Group = topUp.TransferGroup,
        CreatedAt = DateTimeOffset.FromUnixTimeSeconds(topUp.Created),
        Metadata = topUp.Metadata ?? [],
    };

    private static Refusal? AddAmount(StripeForm form, Money? amount)
    {
        if (amount is not { } money)
        {
            return null;
        }

        var refusal = StripeMoney.TryWrite(money, out var units);
        form.Add("amount", refusal is null ? units : null);
        return refusal;
    }

    private static Money Sum(List<StripeFunds> funds, string? currency) =>
        StripeMoney.Read(funds.Where(part => part.Currency == currency).Sum(static part => part.Amount), currency);

    private static string Word(Money money) => money.Currency.Code.ToLowerInvariant();
}
