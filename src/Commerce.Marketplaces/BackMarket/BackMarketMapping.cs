using System.Globalization;
using Commerce.Http;
using Commerce.Marketplaces.BackMarket.Wire;

namespace Commerce.Marketplaces.BackMarket;

/// <summary>Back Market's words to ours. Pure functions.</summary>
internal static class BackMarketMapping
{
    internal static MarketplaceOrder FromOrder(BackMarketOrder order, BackMarketLinePrice? linePrice)
    {
        var currency = Currency.Parse(Needed(order.Currency, "currency"));
        var lines = Needed(order.Orderlines, "orderlines");
        var goods = new Money(order.Price ?? throw new FormatException("price"), currency);
        var shipping = new Money(order.ShippingPrice ?? 0, currency);
        var created = order.DateCreation ?? throw new FormatException("date_creation");
        var email = order.ShippingAddress?.Email ?? order.BillingAddress?.Email;
        return new MarketplaceOrder
        {
            Id = new MarketplaceOrderId(Number(order.OrderId, "order_id")),
            Marketplace = MarketplaceCode.BackMarket,
            State = BackMarketStates.Of(order.State, [.. lines.Select(static line => line.State)]),
            VendorState = order.State?.ToString(CultureInfo.InvariantCulture) ?? "",
            CreatedAt = created,
            UpdatedAt = order.DateModification ?? created,
            ShipBy = order.ExpectedDispatchDate,
            Lines = FromLines(lines, order, currency, linePrice),
            Amounts = new OrderAmounts
            {
                Goods = goods,
                Shipping = shipping,
                Tax = Tax(order.SalesTaxes, currency),
                Total = goods + shipping,
                Commission = lines.All(static line => line.OrderlineFee is not null) ? new Money(lines.Sum(static line => line.OrderlineFee!.Value), currency) : null,
            },

            // "Including taxes" is what the contract says of every price.
            PricesIncludeTax = true,
            Buyer = new MarketplaceBuyer
            {
                Name = NameOf(order.BillingAddress) ?? NameOf(order.ShippingAddress),
                Email = Email(email),
                Locale = order.CountryCode,
            },
            ShipTo = FromAddress(order.ShippingAddress, email),
            BillTo = FromAddress(order.BillingAddress, email),
            ShippingMethod = order.IsBackship == true ? "BackShip" : Text(order.DeliveryMode),
            Parcels = string.IsNullOrWhiteSpace(order.TrackingNumber)
                ? []
                :
                [
                    new MarketplaceParcel
                    {
                        TrackingNumber = order.TrackingNumber,
                        CarrierCode = Text(order.Shipper),
                        CarrierName = Text(order.ShipperDisplay) ?? Text(order.Shipper),
                        TrackingUrl = Url(order.TrackingUrl),
                        ShippedAt = order.DateShipping,
                    },
                ],
        };
    }

    /// <summary>Gives the lines as far as steps need them: key, state, SKU and quantity.</summary>
    internal static IReadOnlyList<BackMarketLine> Lines(BackMarketOrder order) =>
    [
        .. Needed(order.Orderlines, "orderlines").Select(static line => new BackMarketLine(
            new MarketplaceOrderLineId(Number(line.Id, "orderlines.id")),
            line.State ?? throw new FormatException("orderlines.state"),
            Text(line.Listing),
            line.Quantity is null or >= 1 ? line.Quantity ?? 1 : throw new FormatException("orderlines.quantity"))),
    ];

    internal static Offer FromListing(BackMarketListing listing, string market) => new()
    {
        Sku = new Sku(Needed(listing.Sku, "sku")),
        VendorOfferId = Needed(listing.Id, "id"),
        VendorProductId = listing.ProductId,
        Title = listing.Title,
        Quantity = listing.Quantity,
        Price = listing is { Price: { } price, Currency: { Length: > 0 } currency } ? new Money(price, Currency.Parse(currency)) : null,

        // 2 is what listings on sale have; the numbers have no published names.
        IsActive = listing is { PublicationState: 2, Quantity: > 0 },
        Issues =
        [
            .. listing.PublicationState == 2 ? (IEnumerable<string>)[] : [$"publication_state {listing.PublicationState?.ToString(CultureInfo.InvariantCulture) ?? "missing"}"],
            .. listing.Quantity > 0 ? (IEnumerable<string>)[] : ["quantity 0"],
        ],
        Condition = listing.Grade,
        Channel = market,
    };

    internal static BackMarketCompetitor FromRival(BackMarketRival rival) => new()
    {
        ListingId = Needed(rival.ListingId, "listing_id"),
        ProductId = rival.ProductId,
        Market = rival.Market,
        IsWinning = rival.IsWinning ?? throw new FormatException("is_winning"),
        Price = Amount(rival.Price) ?? throw new FormatException("price"),
        MinimumPrice = Amount(rival.MinPrice),
        PriceToWin = Amount(rival.PriceToWin),
        WinnerPrice = Amount(rival.WinnerPrice),
    };

    internal static BackMarketDelivery FromShipment(BackMarketShipment shipment) => new()
    {
        ShipmentId = Number(shipment.ShipmentId, "shipmentId"),
        OrderId = new MarketplaceOrderId(Number(shipment.Order, "order")),
        LineIds = [.. Needed(shipment.Orderlines, "orderlines").Select(static id => new MarketplaceOrderLineId(Number(id, "orderlines")))],
        TrackingNumber = Text(shipment.TrackingNumber),
        TrackingUrl = Url(shipment.TrackingUrl),
        CarrierName = Text(shipment.CarrierName),
        Label = Text(shipment.LabelUrl),
    };

    internal static string Number(long? value, string field) =>
        value is > 0 ? value.Value.ToString(CultureInfo.InvariantCulture) : throw new FormatException(field);

    internal static T Needed<T>(T? value, string field)
        where T : class => value ?? throw new FormatException(field);

    internal static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    internal static Uri? Url(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;

    internal static EmailAddress? Email(string? text) => EmailAddress.TryParse(text, null, out var email) ? email : null;

    private static IReadOnlyList<MarketplaceOrderLine> FromLines(
        IReadOnlyList<BackMarketOrderLine> lines, BackMarketOrder order, Currency currency, BackMarketLinePrice? linePrice)
    {
        var prices = BackMarketAmounts.WholeLines(lines, static line => line.Price, order.Price, linePrice);
        var shipping = BackMarketAmounts.WholeLines(lines, static line => line.ShippingPrice, order.ShippingPrice, null);
        return [.. lines.Select((line, index) => FromLine(line, prices[index], shipping[index], currency))];
    }

    private static MarketplaceOrderLine FromLine(BackMarketOrderLine line, decimal? price, decimal? shipping, Currency currency)
    {
        var quantity = line.Quantity ?? throw new FormatException("orderlines.quantity");
        return new MarketplaceOrderLine
        {
            Id = new MarketplaceOrderLineId(Number(line.Id, "orderlines.id")),
            Sku = Sku.TryParse(line.Listing, null, out var sku) ? sku : null,
            VendorProductId = line.ProductId?.ToString(CultureInfo.InvariantCulture),
            Title = WireText.Cut(line.Product ?? "", 1000),
            Quantity = quantity,
            UnitPrice = price is { } whole ? new Money(whole / Math.Max(quantity, 1), currency) : null,
            GoodsPrice = price is { } goods ? new Money(goods, currency) : null,
            Shipping = shipping is { } cost ? new Money(cost, currency) : null,
            Tax = Tax(line.SalesTaxes, currency),
            Commission = line.OrderlineFee is { } fee ? new Money(fee, currency) : null,
            VendorState = line.State?.ToString(CultureInfo.InvariantCulture),
            CancelledQuantity = line.State is BackMarketStates.Cancelled or BackMarketStates.NotPaid ? quantity : 0,

            // What went back after shipping may be a part, and Back Market does not say which.
            Refunded = line.State == BackMarketStates.RefundedBeforeShipping && price is { } paid ? new Money(paid, currency) : null,
        };
    }

    // Back Market writes 0.00 where it reports no tax.
    private static Money? Tax(decimal? amount, Currency currency) => amount is null or 0 ? null : new Money(amount.Value, currency);

    private static Money? Amount(BackMarketMoney? money) =>
        money is null ? null : new Money(money.Amount ?? throw new FormatException("amount"), Currency.Parse(Needed(money.Currency, "currency")));

    private static Party? FromAddress(BackMarketAddress? address, string? email)
    {
        if (address is null
            || string.IsNullOrWhiteSpace(address.Street)
            || string.IsNullOrWhiteSpace(address.City)
            || !CountryCode.TryParse(address.Country, null, out var country))
        {
            return null;
        }

        var contact = new Contact
        {
            Name = NameOf(address),
            Company = string.IsNullOrWhiteSpace(address.Company) ? null : WireText.Cut(address.Company, 100),
            Phone = PhoneNumber.TryParse(address.Phone ?? address.ContractPhone, null, out var phone) ? phone : null,
            Email = Email(address.Email ?? email),
        };
        return contact.DisplayName.Length == 0 ? null : new Party
        {
            Contact = contact,
            Address = new Address
            {
                Line1 = WireText.Cut(address.Street, 100),
                Line2 = string.IsNullOrWhiteSpace(address.Street2) ? null : WireText.Cut(address.Street2, 100),
                City = WireText.Cut(address.City, 100),
                PostalCode = WireText.Cut(address.PostalCode ?? address.ContractPostalCode ?? "", 16),
                Region = Text(address.State),
                Country = country,
            },
        };
    }

    private static string? NameOf(BackMarketAddress? address)
    {
        var name = $"{address?.FirstName ?? address?.ContractFirstName} {address?.LastName ?? address?.ContractLastName}".Trim();
        return name.Length == 0 ? null : WireText.Cut(name, 100);
    }
}
