namespace Commerce.Payments.Stripe;

/// <summary>Payments that change before they are done.</summary>
internal static partial class StripeMapping
{
    internal static Refusal? ToForm(IncreaseAuthorizationRequest request, StripeForm form)
    {
        if (StripeMoney.TryWrite(request.Amount, out var amount) is { } refusal)
        {
            return refusal;
        }

        form.Add("amount", amount);
        return AddCommission(request.Commission, request.Amount, form)
            ?? form.Add("expand[0]", "latest_charge").AddVendorFields(request.VendorFields);
    }

    internal static Refusal? ToForm(UpdatePaymentRequest request, StripeForm form)
    {
        if (request.Amount is { } money)
        {
            if (StripeMoney.TryWrite(money, out var amount) is { } refusal)
            {
                return refusal;
            }

            // Without its currency the number would be read in the payment's own.
            form.Add("amount", amount).Add("currency", Currency(money));
        }

        form.Add("payment_method", request.Method?.Value)
            .Add("customer", request.Customer?.Value)
            .Add("description", request.Description);
        return AddCommission(request.Commission, request.Amount, form)
            ?? form.Add("metadata", request.Metadata).Add("expand[0]", "latest_charge").AddVendorFields(request.VendorFields);
    }

    private static Refusal? AddCommission(Money? commission, Money? amount, StripeForm form)
    {
        if (commission is { } money)
        {
            if (StripeMoney.TryWriteCommission(money, amount, out var units) is { } refusal)
            {
                return refusal;
            }

            form.Add("application_fee_amount", units);
        }

        return null;
    }
}
