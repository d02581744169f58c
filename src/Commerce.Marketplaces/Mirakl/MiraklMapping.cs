using Commerce.Http;
using Commerce.Marketplaces.Mirakl.Wire;

namespace Commerce.Marketplaces.Mirakl;

/// <summary>Mirakl's words to ours. Pure functions.</summary>
internal static class MiraklMapping
{
    internal static MarketplaceOrder FromOrder(MiraklOrder order)
    {
        var currency = Currency.Parse(Needed(order.CurrencyIsoCode, "currency_iso_code"));
        var includesTax = order.OrderTaxMode != "TAX_EXCLUDED";
        var lines = (order.OrderLines ?? throw new FormatException("order_lines")).Select(line => FromLine(line, currency, includesTax)).ToList();
        var zero = Money.Zero(currency);
        var goods = new Money(order.Price ?? throw new FormatException("price"), currency);
        var shipping = new Money(order.ShippingPrice ?? 0, currency);
        var tax = lines.Aggregate(zero, (sum, line) => sum + line.Tax!.Value);

        // Mirakl's total holds the tax only when the prices do.
        var total = new Money(order.TotalPrice ?? (goods + shipping).Amount, currency) + (includesTax ? zero : tax);
        return new MarketplaceOrder
        {
            Id = new MarketplaceOrderId(Needed(order.OrderId, "order_id")),
            Marketplace = MarketplaceCode.Mirakl,
            CommercialId = order.CommercialId,
            State = MiraklStates.Of(order.OrderState, order.FullyRefunded == true),
            VendorState = order.OrderState ?? "",
            HasIncident = order.HasIncident == true,
            CreatedAt = order.CreatedDate ?? throw new FormatException("created_date"),
            UpdatedAt = order.LastUpdatedDate ?? order.CreatedDate.Value,
            ShipBy = order.ShippingDeadline,
            Lines = lines,
            Amounts = new OrderAmounts
            {
                Goods = goods,
                Shipping = shipping,
                Tax = tax,
                Total = total,
                Commission = order.TotalCommission is { } commission ? new Money(commission, currency) : null,
            },
            PricesIncludeTax = includesTax,
            Buyer = order.Customer is null ? null : new MarketplaceBuyer
            {
                Id = order.Customer.CustomerId,
                Name = Join(order.Customer.Firstname, order.Customer.Lastname),
                Email = EmailAddress.TryParse(order.CustomerNotificationEmail, null, out var email) ? email : null,
                Locale = order.Customer.Locale,
            },
            ShipTo = FromAddress(order.Customer?.ShippingAddress, order.CustomerNotificationEmail),
            BillTo = FromAddress(order.Customer?.BillingAddress, order.CustomerNotificationEmail),
            PickupPointId = order.ShippingPudoId,
            ShippingMethod = order.ShippingTypeCode,
            Parcels = string.IsNullOrWhiteSpace(order.ShippingTracking)
                ? []
                :
                [
                    new MarketplaceParcel
                    {
                        TrackingNumber = order.ShippingTracking,
                        CarrierCode = order.ShippingCarrierCode,
                        CarrierName = order.ShippingCompany,
                        TrackingUrl = Uri.TryCreate(order.ShippingTrackingUrl, UriKind.Absolute, out var url) ? url : null,
                    },
                ],
        };
    }

    internal static Offer FromOffer(MiraklOffer offer, string? channel) => new()
    {
        Channel = channel,
        Sku = new Sku(Needed(offer.ShopSku, "shop_sku")),
        VendorOfferId = offer.OfferId,
        VendorProductId = offer.ProductSku,
        Title = offer.ProductTitle,
        Quantity = offer.Quantity,
        Price = offer is { Price: { } price, CurrencyIsoCode: { Length: 3 } currency } ? new Money(price, Currency.Parse(currency)) : null,
        IsActive = offer.Active == true,
        Issues = offer.InactivityReasons ?? [],
        Condition = offer.StateCode,
    };

    internal static MessageThread FromThread(MiraklThread thread)
    {
        var created = thread.DateCreated ?? throw new FormatException("date_created");
        var order = thread.Entities?.FirstOrDefault(static entity => entity.Type == "MMP_ORDER")?.Id;
        return new MessageThread
        {
            Id = new ThreadId(Needed(thread.Id, "id")),
            OrderId = order is null ? null : new MarketplaceOrderId(order),
            Subject = thread.Topic?.Value,
            Topic = thread.Topic?.Type == "REASON_CODE" ? thread.Topic.Value : null,
            CreatedAt = created,
            UpdatedAt = thread.DateUpdated ?? created,
            AnswerDueSince = thread.Metadata?.ShopReplyNeededSince,
            Messages =
            [
                .. (thread.Messages ?? []).OrderBy(static message => message.DateCreated).Select(message => new ThreadMessage
                {
                    Id = Needed(message.Id, "messages.id"),
                    From = message.From?.Type switch
                    {
                        "CUSTOMER_USER" or "CUSTOMER" => MessageParty.Buyer,
                        "SHOP_USER" or "SHOP" => MessageParty.Seller,
                        "OPERATOR_USER" or "OPERATOR" => MessageParty.Marketplace,
                        _ => MessageParty.Other,
                    },
                    At = message.DateCreated ?? created,
                    Body = message.Body ?? "",
                    AttachmentIds = [.. (message.Attachments ?? []).Select(static attachment => attachment.Id).OfType<string>()],
                }),
            ],
        };
    }

    internal static MiraklTracking ToTracking(MarketplaceParcel parcel, bool forShipment) => new()
    {
        CarrierCode = parcel.CarrierCode,
        CarrierName = parcel.CarrierCode is null ? parcel.CarrierName ?? "Other" : parcel.CarrierName,
        CarrierUrl = forShipment || parcel.CarrierCode is not null ? null : parcel.TrackingUrl?.AbsoluteUri,
        TrackingUrl = forShipment ? parcel.TrackingUrl?.AbsoluteUri : null,
        TrackingNumber = parcel.TrackingNumber,
    };

    private static MarketplaceOrderLine FromLine(MiraklOrderLine line, Currency currency, bool includesTax)
    {
        var quantity = line.Quantity ?? throw new FormatException("quantity");
        var goods = line.Price ?? throw new FormatException("order_lines.price");
        var refunds = line.Refunds ?? [];
        var cancelled = (line.Cancelations ?? []).Sum(static part => part.Quantity ?? 0);
        return new MarketplaceOrderLine
        {
            Id = new MarketplaceOrderLineId(Needed(line.OrderLineId, "order_line_id")),
            Sku = Sku.TryParse(line.OfferSku, null, out var sku) ? sku : null,
            VendorProductId = line.ProductSku,
            Title = line.ProductTitle ?? "",

            // Mirakl counts a line down by what is cancelled, to nothing in the end; here the cancelled ones are a part of it.
            Quantity = quantity + cancelled,
            UnitPrice = new Money(line.PriceUnit ?? goods / Math.Max(quantity, 1), currency),
            GoodsPrice = new Money(goods, currency),
            Shipping = new Money(line.ShippingPrice ?? 0, currency),
            Taxes = ByCode(line.Taxes, currency),
            ShippingTaxes = ByCode(line.ShippingTaxes, currency),
            Tax = new Money((line.Taxes ?? []).Concat(line.ShippingTaxes ?? []).Sum(static tax => tax.Amount ?? 0), currency),
            Commission = line.TotalCommission is { } commission ? new Money(commission, currency) : null,
            VendorState = line.OrderLineState,
            CancelledQuantity = cancelled,
            Refunded = refunds.Count == 0 ? null : new Money(refunds.Sum(part => Refunded(part, includesTax)), currency),
        };
    }

    private static Dictionary<string, Money> ByCode(IReadOnlyList<MiraklTax>? taxes, Currency currency) => (taxes ?? [])
        .GroupBy(static tax => tax.Code ?? "", StringComparer.Ordinal)
        .ToDictionary(static code => code.Key, code => new Money(code.Sum(static tax => tax.Amount ?? 0), currency), StringComparer.Ordinal);

    private static decimal Refunded(MiraklPart part, bool includesTax) =>
        (part.Amount ?? 0) + (part.ShippingAmount ?? 0)
        + (includesTax ? 0 : (part.Taxes ?? []).Concat(part.ShippingTaxes ?? []).Sum(static tax => tax.Amount ?? 0));

    // An address without street, city or country is not one to ship to; Mirakl hides parts of it before acceptance.
    private static Party? FromAddress(MiraklAddress? address, string? email)
    {
        if (address is null
            || string.IsNullOrWhiteSpace(address.Street1)
            || string.IsNullOrWhiteSpace(address.City)
            || !CountryCode.TryParse(address.CountryIsoCode, null, out var country))
        {
            return null;
        }

        var contact = new Contact
        {
            Name = Join(address.Firstname, address.Lastname),
            Company = string.IsNullOrWhiteSpace(address.Company) ? null : WireText.Cut(address.Company, 100),
            Phone = PhoneNumber.TryParse(address.Phone, null, out var phone) ? phone : null,
            Email = EmailAddress.TryParse(email, null, out var parsed) ? parsed : null,
        };
        return contact.DisplayName.Length == 0 ? null : new Party
        {
            Contact = contact,
            Address = new Address
            {
                Line1 = WireText.Cut(address.Street1, 100),
                Line2 = string.IsNullOrWhiteSpace(address.Street2) ? null : WireText.Cut(address.Street2, 100),
                Line3 = string.IsNullOrWhiteSpace(address.AdditionalInfo) ? null : WireText.Cut(address.AdditionalInfo, 100),
                City = WireText.Cut(address.City, 100),
                PostalCode = WireText.Cut(address.ZipCode ?? "", 16),
                Region = address.State,
                Country = country,
            },
        };
    }

    private static string? Join(string? first, string? last)
    {
        var name = $"{first} {last}".Trim();
        return name.Length == 0 ? null : WireText.Cut(name, 100);
    }

    internal static string Needed(string? value, string field) => string.IsNullOrWhiteSpace(value) ? throw new FormatException(field) : value;
}
