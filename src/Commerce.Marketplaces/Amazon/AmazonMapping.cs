using System.Globalization;
using Commerce.Http;
using Commerce.Marketplaces.Amazon.Wire;

namespace Commerce.Marketplaces.Amazon;

/// <summary>Amazon's orders to ours. Pure functions. Source: Orders API 2026-01-01.</summary>
internal static class AmazonMapping
{
    internal static MarketplaceOrder FromOrder(AmazonOrder order)
    {
        var party = AmazonStates.Party(order.Fulfillment?.FulfilledBy);
        var items = order.OrderItems ?? throw new FormatException("orderItems");
        var lines = items.Select(item => FromItem(item, party)).ToList();
        var packages = order.Packages ?? [];
        var status = order.Fulfillment?.FulfillmentStatus;
        return new MarketplaceOrder
        {
            Id = new MarketplaceOrderId(Needed(order.OrderId, "orderId")),
            Marketplace = MarketplaceCode.Amazon,
            CommercialId = order.OrderId,
            State = AmazonStates.Of(status, packages.Count > 0 && packages.All(static package => package.PackageStatus?.Status == "DELIVERED")),
            VendorState = status ?? "",
            IsCancellationRequested = lines.Exists(static line => line.IsCancellationRequested),
            CreatedAt = order.CreatedTime ?? throw new FormatException("createdTime"),
            UpdatedAt = order.LastUpdatedTime ?? throw new FormatException("lastUpdatedTime"),
            ShipBy = order.Fulfillment?.ShipByWindow?.LatestDateTime,
            Lines = lines,
            Amounts = Amounts(order, lines),
            PricesIncludeTax = IncludesTax(items),
            Buyer = FromBuyer(order.Buyer),
            ShipTo = FromAddress(order.Recipient?.DeliveryAddress, order.Buyer?.BuyerEmail),
            BillTo = FromRegistration((order.Tax?.TaxRegistrations ?? []).FirstOrDefault(static registration => registration.EntityType == "BUYER"), order.Buyer?.BuyerEmail),
            ShippingMethod = order.Fulfillment?.FulfillmentServiceLevel,
            Parcels = [.. packages.Select(FromPackage)],
        };
    }

    internal static string Needed(string? value, string field) => string.IsNullOrWhiteSpace(value) ? throw new FormatException(field) : value;

    internal static Money? FromMoney(AmazonMoney? money, string field) => money is null ? null : new Money(
        decimal.TryParse(money.Amount, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? amount
            : throw new FormatException(field),
        Currency.Parse(Needed(money.CurrencyCode, field)));

    private static MarketplaceOrderLine FromItem(AmazonOrderItem item, FulfilmentParty party)
    {
        var ordered = item.QuantityOrdered ?? throw new FormatException("orderItems.quantityOrdered");
        var unit = FromMoney(item.Product?.Price?.UnitPrice, "unitPrice");
        var taxes = Part(item, "TAX");
        var details = (item.Proceeds?.Breakdowns ?? []).Where(static part => part.Type == "TAX")
            .SelectMany(static part => part.DetailedBreakdowns ?? []).Where(static detail => detail.Value is not null).ToList();
        return new MarketplaceOrderLine
        {
            Id = new MarketplaceOrderLineId(Needed(item.OrderItemId, "orderItemId")),
            Sku = Sku.TryParse(item.Product?.SellerSku, null, out var sku) ? sku : null,
            VendorProductId = item.Product?.Asin,
            Title = WireText.Cut(item.Product?.Title ?? "", 1000),

            // A line may be counted down to nothing when it is cancelled; one cancelled piece stands for it then.
            Quantity = Math.Max(ordered, 1),
            UnitPrice = unit,
            GoodsPrice = Part(item, "ITEM") ?? unit * Math.Max(ordered, 1),
            Shipping = Part(item, "SHIPPING"),
            Tax = taxes,
            Taxes = ByCode(details.Where(static detail => detail.Subtype != "SHIPPING")),
            ShippingTaxes = ByCode(details.Where(static detail => detail.Subtype == "SHIPPING")),
            CancelledQuantity = Cancelled(item, ordered),
            FulfilledBy = party,
            IsCancellationRequested = item.Cancellation?.CancellationRequest?.Requester == "BUYER",
        };
    }

    private static int Cancelled(AmazonOrderItem item, int ordered) => ordered <= 0
        ? 1
        : item.Cancellation?.CancellationExecution is null
            ? 0
            : Math.Max(0, ordered - (item.Fulfillment?.QuantityFulfilled ?? 0) - (item.Fulfillment?.QuantityUnfulfilled ?? 0));

    private static Money? Part(AmazonOrderItem item, string type)
    {
        Money? sum = null;
        foreach (var part in (item.Proceeds?.Breakdowns ?? []).Where(part => part.Type == type))
        {
            var amount = FromMoney(part.Subtotal, "breakdowns.subtotal");
            sum = sum is null ? amount : sum + amount;
        }

        return sum;
    }

    private static Dictionary<string, Money> ByCode(IEnumerable<AmazonDetail> details) => details
        .GroupBy(static detail => detail.Subtype ?? "", StringComparer.Ordinal)
        .ToDictionary(
            static code => code.Key,
            static code => code.Select(static detail => FromMoney(detail.Value, "detailedBreakdowns.value")!.Value).Aggregate(static (sum, part) => sum + part),
            StringComparer.Ordinal);

    private static OrderAmounts? Amounts(AmazonOrder order, List<MarketplaceOrderLine> lines)
    {
        if (FromMoney(order.Proceeds?.GrandTotal, "grandTotal") is not { } total || !lines.TrueForAll(static line => line.GoodsPrice is not null))
        {
            return null;
        }

        return new OrderAmounts
        {
            Goods = lines.Select(static line => line.GoodsPrice!.Value).Aggregate(static (sum, price) => sum + price),
            Shipping = Sum(lines.Select(static line => line.Shipping)),
            Tax = Sum(lines.Select(static line => line.Tax)),
            Total = total,
        };
    }

    private static Money? Sum(IEnumerable<Money?> amounts) =>
        amounts.Aggregate((Money?)null, static (sum, amount) => sum is null ? amount : amount is null ? sum : sum + amount);

    /// <summary>
    /// Amazon does not say whether prices hold the tax, and it depends on the store. A line that reports a tax tells by its own sum: either
    /// the tax is added to reach the total, or it is in the other parts already.
    /// </summary>
    private static bool? IncludesTax(IReadOnlyList<AmazonOrderItem> items)
    {
        foreach (var item in items)
        {
            var parts = item.Proceeds?.Breakdowns ?? [];
            if (FromMoney(item.Proceeds?.ProceedsTotal, "proceedsTotal") is not { } total || Part(item, "TAX") is not { IsZero: false } tax)
            {
                continue;
            }

            var others = parts.Where(static part => part.Type != "TAX").Sum(static part => FromMoney(part.Subtotal, "breakdowns.subtotal")?.Amount ?? 0);
            if (others == total.Amount || others + tax.Amount == total.Amount)
            {
                return others == total.Amount;
            }
        }

        return null;
    }

    private static MarketplaceBuyer? FromBuyer(AmazonBuyer? buyer) => buyer is null ? null : new MarketplaceBuyer
    {
        Name = Cut(buyer.BuyerName ?? buyer.BuyerCompanyName, 200),
        Email = EmailAddress.TryParse(buyer.BuyerEmail, null, out var email) ? email : null,
    };

    private static MarketplaceParcel FromPackage(AmazonPackage package) => new()
    {
        Reference = Cut(package.PackageReferenceId, 50),
        TrackingNumber = Cut(package.TrackingNumber, 200),
        CarrierName = Cut(package.Carrier, 200),
        Service = Cut(package.ShippingService, 100),
        ShippedAt = package.ShipTime,
        VendorState = package.PackageStatus?.Status,
        Lines =
        [
            .. (package.PackageItems ?? []).Where(static item => item.Quantity > 0).Select(static item => new ParcelLine
            {
                LineId = new MarketplaceOrderLineId(Needed(item.OrderItemId, "packageItems.orderItemId")),
                Quantity = item.Quantity!.Value,
                Identifiers = [.. (item.TransparencyCodes ?? []).Select(static code => new ItemIdentifier(ItemIdentifierKind.TransparencyCode, code))],
            }),
        ],
    };

    private static Party? FromRegistration(AmazonTaxRegistration? registration, string? email) =>
        FromAddress(registration?.TaxRegistrationAddress, email) is not { } party ? null : party with
        {
            Contact = party.Contact with { Company = Cut(registration!.LegalName, 100) ?? party.Contact.Company },
            VatNumber = registration.TaxRegistrationNumber is { Length: > 0 and <= 20 } number ? number : null,
        };

    // An address without a line, a city or a country is not one to ship to; Amazon leaves parts out before payment and without the role.
    private static Party? FromAddress(AmazonAddress? address, string? email)
    {
        string[] lines = [.. ((string?[])[address?.AddressLine1, address?.AddressLine2, address?.AddressLine3]).OfType<string>().Where(static line => !string.IsNullOrWhiteSpace(line))];
        var city = Cut(address?.City, 100) ?? Cut(address?.Municipality, 100) ?? Cut(address?.DistrictOrCounty, 100);
        if (address is null || lines.Length == 0 || city is null || !CountryCode.TryParse(address.CountryCode, null, out var country))
        {
            return null;
        }

        var contact = new Contact
        {
            Name = Cut(address.Name, 100),
            Company = Cut(address.CompanyName, 100),
            Phone = PhoneNumber.TryParse(address.Phone, null, out var phone) ? phone : null,
            Email = EmailAddress.TryParse(email, null, out var parsed) ? parsed : null,
        };
        return contact.DisplayName.Length == 0 ? null : new Party
        {
            Contact = contact,
            Address = new Address
            {
                Line1 = WireText.Cut(lines[0], 100),
                Line2 = lines.Length > 1 ? WireText.Cut(lines[1], 100) : null,
                Line3 = lines.Length > 2 ? WireText.Cut(lines[2], 100) : null,
                City = city,
                PostalCode = Cut(address.PostalCode, 16) ?? "",
                Region = Cut(address.StateOrRegion, 64),
                Country = country,
            },
            IsResidential = address.AddressType == "RESIDENTIAL",
        };
    }

    private static string? Cut(string? text, int length) => string.IsNullOrWhiteSpace(text) ? null : WireText.Cut(text, length);
}
