using System.Globalization;
using Commerce.Payments.Stripe.Wire;

namespace Commerce.Payments.Stripe;

/// <summary>Hosted checkout.</summary>
internal static partial class StripeMapping
{
    internal static Refusal? ToForm(StripeCheckoutRequest request, StripePaymentOptions options, StripeForm form)
    {
        form.Add("mode", "payment")
            .Add("success_url", request.SuccessUrl)
            .Add("cancel_url", request.CancelUrl?.AbsoluteUri)
            .Add("customer", request.Customer?.Value)
            .Add("client_reference_id", request.Reference)
            .Add("expires_at", request.ExpiresAt?.ToUnixTimeSeconds());
        if (AddItems(request.Items, form) is { } refusal)
        {
            return refusal;
        }

        const string Payment = "payment_intent_data";
        if (request.Capture == CaptureMode.Manual)
        {
            form.Add($"{Payment}[capture_method]", "manual");
        }

        form.Add($"{Payment}[transfer_group]", request.Group);
        if (request.Split is { } split)
        {
            if (StripeMoney.TryWriteCommission(split.Commission, request.Items[0].UnitPrice, out var commission) is { } commissionRefusal)
            {
                return commissionRefusal;
            }

            form.Add($"{Payment}[application_fee_amount]", commission > 0 ? commission : null)
                .Add($"{Payment}[transfer_data][destination]", split.IsDirect ? null : split.Seller.Value)
                .Add($"{Payment}[on_behalf_of]", split.IsSettlementMerchant && !split.IsDirect ? split.Seller.Value : null);
        }

        return form.Add("metadata", request.Metadata).Add($"{Payment}[metadata]", request.Metadata).AddVendorFields(request.VendorFields);
    }

    internal static StripeCheckout FromCheckout(StripeCheckoutWire checkout, string? requestId, ConnectedAccountId? seller) => new()
    {
        Id = new StripeCheckoutId(Needed(checkout.Id, "id")),
        Status = new StripeCheckoutStatus(Needed(checkout.Status, "status")),
        PaymentStatus = Needed(checkout.PaymentStatus, "payment_status"),
        Url = Uri.TryCreate(checkout.Url, UriKind.Absolute, out var url) ? url : null,
        Total = checkout is { AmountTotal: { } total, Currency: { } currency } ? StripeMoney.Read(total, currency) : null,
        PaymentId = checkout.PaymentIntent is { } payment ? new GatewayPaymentId(payment) : null,
        Customer = checkout.Customer is { } customer ? new GatewayCustomerId(customer) : null,
        Reference = checkout.ClientReferenceId,
        CreatedAt = DateTimeOffset.FromUnixTimeSeconds(checkout.Created),
        ExpiresAt = Time(checkout.ExpiresAt),
        Seller = seller,
        Metadata = checkout.Metadata ?? [],
        RequestId = requestId,
    };

    private static Refusal? AddItems(IReadOnlyList<StripeCheckoutItem> items, StripeForm form)
    {
        if (items.Count is 0 or > 100)
        {
            return new Refusal(RefusalCode.Validation, $"Items has {items.Count} lines: give 1 to 100.") { Field = "Items" };
        }

        for (var index = 0; index < items.Count; index++)
        {
            var (item, line) = (items[index], string.Create(CultureInfo.InvariantCulture, $"line_items[{index}]"));
            if (item.UnitPrice.Currency != items[0].UnitPrice.Currency || item.UnitPrice.Amount <= 0 || item.Quantity < 1 || string.IsNullOrWhiteSpace(item.Name))
            {
                return new Refusal(
                    RefusalCode.Validation, $"Items[{index}] is {item.Quantity} of {item.UnitPrice}: give a name, one or more, and a price above zero in the currency of the first.")
                {
                    Field = "Items",
                };
            }

            if (StripeMoney.TryWrite(item.UnitPrice, out var price) is { } refusal)
            {
                return refusal with { Field = "Items" };
            }

            form.Add($"{line}[quantity]", item.Quantity)
                .Add($"{line}[price_data][currency]", Currency(item.UnitPrice))
                .Add($"{line}[price_data][unit_amount]", price)
                .Add($"{line}[price_data][product_data][name]", item.Name);
        }

        return null;
    }
}
