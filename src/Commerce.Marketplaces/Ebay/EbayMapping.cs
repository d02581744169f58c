using System.Globalization;
using Commerce.Http;
using Commerce.Marketplaces.Ebay.Wire;

namespace Commerce.Marketplaces.Ebay;

/// <summary>eBay's orders to ours. Pure functions.</summary>
internal static class EbayMapping
{
    internal static string Needed(string? value, string field) => string.IsNullOrWhiteSpace(value) ? throw new FormatException(field) : value;

    internal static T Needed<T>(T? value, string field)
        where T : struct => value ?? throw new FormatException(field);

    internal static Money? Money(EbayAmount? amount) => amount is { Value: { } value, Currency: { } currency } ? new Money(value, Currency.Parse(currency)) : null;

    internal static EbayMoney Money(Money money) => new(money.Amount.ToString("0.00", CultureInfo.InvariantCulture), money.Currency.Code);

    internal static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    internal static MarketplaceOrder FromOrder(EbayOrder order)
    {
        var total = Money(order.PricingSummary?.Total) ?? throw new FormatException("pricingSummary.total");
        var lines = (order.LineItems ?? throw new FormatException("lineItems")).Select(line => FromLine(line, order, total.Currency)).ToList();
        var instruction = order.FulfillmentStartInstructions is [var first, ..] ? first : null;
        var shipTo = instruction?.ShippingStep?.ShipTo;
        var registered = order.Buyer?.BuyerRegistrationAddress;
        var (amounts, includesTax) = Amounts(order, lines, total);
        return new MarketplaceOrder
        {
            Id = new MarketplaceOrderId(Needed(order.OrderId, "orderId")),
            Marketplace = MarketplaceCode.Ebay,
            CommercialId = order.LegacyOrderId,
            State = EbayStates.Of(order),
            VendorState = EbayStates.Word(order),
            IsCancellationRequested = order.CancelStatus?.CancelState == "IN_PROGRESS",
            CreatedAt = Needed(order.CreationDate, "creationDate"),
            UpdatedAt = Needed(order.LastModifiedDate, "lastModifiedDate"),
            ShipBy = (order.LineItems ?? []).Min(static line => line.LineItemFulfillmentInstructions?.ShipByDate),
            Lines = lines,
            Amounts = amounts,
            PricesIncludeTax = includesTax,
            Buyer = order.Buyer is null ? null : new MarketplaceBuyer
            {
                Id = order.Buyer.Username,
                Name = registered?.FullName ?? shipTo?.FullName,
                Email = Email(registered?.Email ?? shipTo?.Email),
            },
            ShipTo = FromContact(shipTo),
            BillTo = FromContact(registered),
            PickupPointId = instruction?.ShippingStep?.ShipToReferenceId,
            ShippingMethod = instruction?.ShippingStep?.ShippingServiceCode,
            Parcels = [.. (order.FulfillmentHrefs ?? []).Select(static href => Parcel(href[(href.LastIndexOf('/') + 1)..]))],
        };
    }

    private static MarketplaceOrderLine FromLine(EbayLine line, EbayOrder order, Currency currency)
    {
        var quantity = Needed(line.Quantity, "lineItems.quantity");

        // The cost of a line is that of all its pieces.
        var goods = Money(line.DiscountedLineItemCost) ?? Money(line.LineItemCost) ?? throw new FormatException("lineItems.lineItemCost");
        var taxes = Taxes(line);
        var zero = Commerce.Money.Zero(currency);
        var parts = (EbayAmount?[])
            [line.DeliveryCost?.ShippingCost, line.DeliveryCost?.HandlingCost, line.DeliveryCost?.ImportCharges, line.DeliveryCost?.ShippingIntermediationFee];
        var refunds = (line.Refunds ?? []).Select(static refund => Money(refund.Amount)).OfType<Money>().ToList();
        return new MarketplaceOrderLine
        {
            Id = new MarketplaceOrderLineId(Needed(line.LineItemId, "lineItems.lineItemId")),
            Sku = Sku.TryParse(line.Sku, null, out var sku) ? sku : null,
            VendorProductId = line.LegacyVariationId is { Length: > 0 } variation ? $"{line.LegacyItemId}/{variation}" : line.LegacyItemId,
            Title = line.Title ?? "",
            Quantity = quantity,
            UnitPrice = new Money(goods.Amount / quantity, goods.Currency),
            GoodsPrice = goods,
            Shipping = parts.Select(Money).OfType<Money>().Aggregate(zero, static (sum, part) => sum + part),
            Taxes = taxes,
            Tax = taxes.Count == 0 ? null : taxes.Values.Aggregate(zero, static (sum, part) => sum + part),
            VendorState = line.LineItemFulfillmentStatus,
            CancelledQuantity = order.CancelStatus?.CancelState == "CANCELED" ? quantity : 0,
            Refunded = refunds.Count == 0 ? null : refunds.Aggregate(zero, static (sum, part) => sum + part),
            FulfilledBy = order.Program?.FulfillmentProgram?.FulfilledBy == "EBAY" ? FulfilmentParty.Marketplace : FulfilmentParty.Seller,
            IsCancellationRequested = order.CancelStatus?.CancelState == "IN_PROGRESS",
        };
    }

    // A tax that eBay collects and remits may be told in both lists: it is one tax.
    private static Dictionary<string, Money> Taxes(EbayLine line)
    {
        var remitted = (line.EbayCollectAndRemitTaxes ?? []).ToList();
        var collected = (line.Taxes ?? []).Where(tax => !remitted.Exists(other => other.TaxType == tax.TaxType && other.Amount == tax.Amount));
        return remitted.Concat(collected).Where(static tax => tax.Amount?.Value is not null)
            .GroupBy(static tax => tax.TaxType is { Length: > 0 } type ? type : "TAX", StringComparer.Ordinal)
            .ToDictionary(
                static type => type.Key,
                static type => type.Select(static tax => Money(tax.Amount)).OfType<Money>().Aggregate(static (sum, part) => sum + part),
                StringComparer.Ordinal);
    }

    private static (OrderAmounts Amounts, bool? IncludesTax) Amounts(EbayOrder order, List<MarketplaceOrderLine> lines, Money total)
    {
        var zero = Commerce.Money.Zero(total.Currency);
        var goods = lines.Aggregate(zero, static (sum, line) => sum + line.GoodsPrice!.Value);
        var shipping = lines.Aggregate(zero, static (sum, line) => sum + line.Shipping!.Value);
        var told = lines.Aggregate(zero, static (sum, line) => sum + (line.Tax ?? Commerce.Money.Zero(sum.Currency)));
        var tax = told.IsZero ? Money(order.PricingSummary?.Tax) : told;

        // eBay does not say whether prices hold the tax: the sum does.
        bool? includesTax = tax is not { IsZero: false } some ? null : goods + shipping + some == total ? false : goods + shipping == total ? true : null;
        var addsUp = goods + shipping + (includesTax == false ? tax!.Value : zero) == total;
        return (
            new OrderAmounts
            {
                Goods = goods,

                // A fee or an adjustment of the whole order belongs to no line: the shipping cannot be told apart then.
                Shipping = addsUp ? shipping : null,
                Tax = tax,
                Total = total,
                Commission = Money(order.TotalMarketplaceFee),
            },
            includesTax);
    }

    // The key of a fulfilment is its tracking number, or 999 and the like for a parcel without one.
    private static MarketplaceParcel Parcel(string id) => new()
    {
        Reference = WireText.Cut(id, 50),
        TrackingNumber = id.Length > 5 ? WireText.Cut(id, 200) : null,
    };

    private static EmailAddress? Email(string? text) => EmailAddress.TryParse(text, null, out var email) ? email : null;

    private static Party? FromContact(EbayContact? contact)
    {
        var address = contact?.ContactAddress;
        if (contact is null
            || address is null
            || string.IsNullOrWhiteSpace(address.AddressLine1)
            || string.IsNullOrWhiteSpace(address.City)
            || !CountryCode.TryParse(address.CountryCode, null, out var country)
            || string.IsNullOrWhiteSpace(contact.FullName ?? contact.CompanyName))
        {
            return null;
        }

        return new Party
        {
            Contact = new Contact
            {
                Name = Text(contact.FullName, 100),
                Company = Text(contact.CompanyName, 100),
                Phone = PhoneNumber.TryParse(contact.PrimaryPhone?.PhoneNumber, null, out var phone) ? phone : null,
                Email = Email(contact.Email),
            },
            Address = new Address
            {
                Line1 = WireText.Cut(address.AddressLine1, 100),
                Line2 = Text(address.AddressLine2, 100),
                Line3 = Text(address.County, 100),
                City = WireText.Cut(address.City, 100),
                PostalCode = Text(address.PostalCode, 16) ?? "",
                Region = Text(address.StateOrProvince, 64),
                Country = country,
            },
        };
    }

    private static string? Text(string? text, int length) => string.IsNullOrWhiteSpace(text) ? null : WireText.Cut(text, length);
}
