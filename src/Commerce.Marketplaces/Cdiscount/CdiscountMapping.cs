using Commerce.Http;
using Commerce.Marketplaces.Cdiscount.Wire;

namespace Commerce.Marketplaces.Cdiscount;

/// <summary>Octopia's orders to ours. Pure functions.</summary>
internal static partial class CdiscountMapping
{
    internal static MarketplaceOrder FromOrder(CdiscountOrder order)
    {
        var currency = Currency.Parse(Needed(order.CurrencyCode, "currencyCode"));
        var wire = order.Lines ?? throw new FormatException("lines");
        var lines = wire.Select(line => FromLine(line, order.Status, currency)).ToList();
        var zero = Money.Zero(currency);
        var goods = lines.Aggregate(zero, static (sum, line) => sum + line.GoodsPrice!.Value);
        var shipping = lines.Aggregate(zero, static (sum, line) => sum + line.Shipping!.Value);
        var address = wire.Select(static line => line.ShippingAddress).FirstOrDefault(static found => found is not null);
        var created = order.CreatedAt ?? order.PurchasedAt ?? throw new FormatException("createdAt");
        return new MarketplaceOrder
        {
            Id = new MarketplaceOrderId(Needed(order.OrderId, "orderId")),
            Marketplace = MarketplaceCode.Cdiscount,
            CommercialId = order.Reference,
            State = CdiscountStates.Of(order.Status, lines.Select(static line => line.VendorState)),
            VendorState = order.Status ?? "",
            IsCancellationRequested = lines.Exists(static line => line.IsCancellationRequested),
            CreatedAt = created,
            UpdatedAt = order.UpdatedAt,
            ShipBy = order.ShippedAtMax ?? wire.Min(static line => line.Delivery?.ShippedAtMax),
            Lines = lines,
            Amounts = new OrderAmounts
            {
                Goods = goods,
                Shipping = shipping,
                Tax = lines.Exists(static line => line.Tax is not null) ? lines.Aggregate(zero, (sum, line) => sum + (line.Tax ?? zero)) : null,
                Total = Total(order.TotalPrice, goods, shipping),
                Commission = lines.Exists(static line => line.Commission is not null)
                    ? lines.Aggregate(zero, (sum, line) => sum + (line.Commission ?? zero))
                    : null,
            },
            PricesIncludeTax = true,
            Buyer = new MarketplaceBuyer
            {
                Id = order.Customer?.Reference,
                Name = Join(order.BillingAddress) ?? Join(address),
                Email = Email(address?.Email),
            },
            ShipTo = FromAddress(address),
            BillTo = FromAddress(order.BillingAddress),
            PickupPointId = Text(address?.PickupId),
            ShippingMethod = wire.Select(static line => Text(line.Delivery?.Mode)).FirstOrDefault(static mode => mode is not null),
            Parcels = Parcels(wire),
        };
    }

    internal static string Needed(string? value, string field) => string.IsNullOrWhiteSpace(value) ? throw new FormatException(field) : value;

    internal static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    // The order's sum is told for the goods; whether it holds the shipping too is not published, but shows by the sums of the lines.
    private static Money Total(CdiscountTotal? total, Money goods, Money shipping) => (total?.SellingPrice ?? total?.OfferPrice) is not { } told
        ? goods + shipping
        : told == goods.Amount ? goods + shipping : new Money(told, goods.Currency);

    private static MarketplaceOrderLine FromLine(CdiscountOrderLine line, string? orderState, Currency currency)
    {
        // What the buyer pays; where the marketplace pays a part of the price, the seller gets the offer's price all the same.
        var (buyer, seller) = (line.SellingPrice, line.OfferPrice);
        var quantity = line.Quantity ?? throw new FormatException("lines.quantity");
        var unit = buyer?.UnitSalesPrice ?? seller?.UnitSalesPrice ?? throw new FormatException("lines.unitSalesPrice");
        var taxes = buyer?.Taxes is { Count: > 0 } own ? own : seller?.Taxes ?? [];
        var state = line.Status ?? orderState;
        return new MarketplaceOrderLine
        {
            Id = new MarketplaceOrderLineId(Needed(line.OrderLineId, "orderLineId")),

            // Matched offers have no SKU of the seller: the offer's key stands for it.
            Sku = Sku.TryParse(Text(line.Offer?.SellerProductId) ?? line.Offer?.Id, null, out var sku) ? sku : null,
            VendorProductId = line.Offer?.ProductId,
            Title = WireText.Cut(line.Offer?.ProductTitle ?? "", 1000),
            Quantity = quantity,
            UnitPrice = new Money(unit, currency),
            GoodsPrice = (new Money(unit, currency) * quantity).Round(),
            Shipping = new Money(buyer?.ShippingCost ?? seller?.ShippingCost ?? 0, currency),
            Tax = taxes.Count == 0 ? null : new Money(taxes.Sum(static tax => tax.Amount ?? 0), currency),
            Taxes = ByCode(taxes.Where(static tax => !IsOfShipping(tax)), currency),
            ShippingTaxes = ByCode(taxes.Where(IsOfShipping), currency),
            Commission = seller?.Commission?.AmountWithTax is { } commission ? new Money(commission, currency) : null,
            VendorState = state,
            CancelledQuantity = CdiscountStates.IsCancelled(state) ? quantity : 0,
            FulfilledBy = Text(line.Offer?.SupplyMode) is null or CdiscountStates.Seller ? FulfilmentParty.Seller : FulfilmentParty.Marketplace,
            IsCancellationRequested = line.Status == "CancelRequest",
        };
    }

    private static bool IsOfShipping(CdiscountTax tax) => tax.Target?.StartsWith("Ship", StringComparison.OrdinalIgnoreCase) == true;

    private static Dictionary<string, Money> ByCode(IEnumerable<CdiscountTax> taxes, Currency currency) => taxes
        .GroupBy(static tax => tax.Code ?? "", StringComparer.Ordinal)
        .ToDictionary(static code => code.Key, code => new Money(code.Sum(static tax => tax.Amount ?? 0), currency), StringComparer.Ordinal);

    // A parcel stands below each of its lines; here it is one parcel with its lines.
    private static IReadOnlyList<MarketplaceParcel> Parcels(IReadOnlyList<CdiscountOrderLine> lines) =>
    [
        .. lines.SelectMany(static line => (line.Parcels ?? []).Where(static parcel => Text(parcel.ParcelNumber) is not null).Select(parcel => (line, parcel)))
            .GroupBy(static told => told.parcel.ParcelNumber!, StringComparer.Ordinal)
            .Select(static told => new MarketplaceParcel
            {
                TrackingNumber = told.Key,
                CarrierName = told.First().parcel.CarrierName,
                TrackingUrl = Uri.TryCreate(told.First().parcel.TrackingUrl, UriKind.Absolute, out var url) ? url : null,
                Lines =
                [
                    .. told.Select(static entry => new ParcelLine
                    {
                        LineId = new MarketplaceOrderLineId(Needed(entry.line.OrderLineId, "orderLineId")), Quantity = entry.line.Quantity ?? 0,
                    }),
                ],
            }),
    ];

    // An address without street, city or country is not one to ship to.
    private static Party? FromAddress(CdiscountAddress? address)
    {
        if (address is null
            || (Text(address.AddressLine1) ?? Text(address.AddressLine2) ?? Text(address.AddressLine3)) is not { } first
            || string.IsNullOrWhiteSpace(address.City)
            || !CountryCode.TryParse(address.CountryCode, null, out var country))
        {
            return null;
        }

        var others = new[] { address.AddressLine2, address.AddressLine3 }.Select(Line).Where(line => line is not null && line != Line(first)).ToList();
        var contact = new Contact
        {
            Name = Join(address),
            Company = Line(address.CompanyName ?? address.PickupName),
            Phone = PhoneNumber.TryParse(address.Phone, null, out var phone) ? phone : null,
            Email = Email(address.Email),
        };
        return contact.DisplayName.Length == 0 ? null : new Party
        {
            Contact = contact,
            Address = new Address
            {
                Line1 = Line(first)!,
                Line2 = others.FirstOrDefault(),
                Line3 = others.Skip(1).FirstOrDefault(),
                City = WireText.Cut(address.City, 100),
                PostalCode = WireText.Cut(address.PostalCode ?? "", 16),
                Region = Text(address.StateOrRegion) is { } region ? WireText.Cut(region, 64) : null,
                Country = country,
            },
        };
    }

    private static string? Line(string? text) => Text(text) is { } line ? WireText.Cut(line, 100) : null;

    private static EmailAddress? Email(string? text) => EmailAddress.TryParse(text, null, out var email) ? email : null;

    private static string? Join(CdiscountAddress? address)
    {
        var name = $"{address?.FirstName} {address?.LastName}".Trim();
        return name.Length == 0 ? null : WireText.Cut(name, 100);
    }
}
