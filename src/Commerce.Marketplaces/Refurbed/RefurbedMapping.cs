using Commerce.Http;
using Commerce.Marketplaces.Refurbed.Wire;

namespace Commerce.Marketplaces.Refurbed;

/// <summary>Refurbed's words to ours. Pure functions.</summary>
internal static class RefurbedMapping
{
    internal static MarketplaceOrder FromOrder(RefurbedOrder order)
    {
        var currency = Currency.Parse(Needed(order.CurrencyCode, "currency_code"));
        var settlement = Currency.TryParse(order.SettlementCurrencyCode, null, out var parsed) ? parsed : (Currency?)null;
        var items = ItemsOf(order);
        var lines = items.Select(item => FromItem(item, currency, settlement)).ToList();
        var zero = Money.Zero(currency);
        var paid = RefurbedMoney.ReadOptional(order.TotalPaid, currency, "total_paid");
        var refunded = RefurbedMoney.ReadOptional(order.TotalRefunded, currency, "total_refunded");
        return new MarketplaceOrder
        {
            Id = new MarketplaceOrderId(Needed(order.Id, "id")),
            Marketplace = MarketplaceCode.Refurbed,
            State = RefurbedStates.Of(order.State, items, paid is { IsZero: true } && refunded > zero),
            VendorState = order.State ?? "",
            HasIncident = items.Any(static item => item.ShipmentStatus == "EXCEPTION"),
            CreatedAt = order.ReleasedAt ?? throw new FormatException("released_at"),
            Lines = lines,
            Amounts = new OrderAmounts
            {
                Goods = lines.Aggregate(zero, static (sum, line) => sum + line.GoodsPrice!.Value),
                Shipping = lines.Aggregate(zero, static (sum, line) => sum + line.Shipping!.Value),
                Tax = RefurbedMoney.ReadOptional(order.TotalVatCharged, currency, "total_vat_charged"),
                Total = RefurbedMoney.Read(order.TotalCharged, currency, "total_charged"),
                Commission = settlement is { } payout && lines.TrueForAll(static line => line.Commission is not null)
                    ? lines.Aggregate(Money.Zero(payout), static (sum, line) => sum + line.Commission!.Value)
                    : null,
            },
            PricesIncludeTax = true,
            Buyer = new MarketplaceBuyer
            {
                Name = NameOf(order.InvoiceAddress ?? order.ShippingAddress),
                Email = EmailOf(order.CustomerEmail),
            },
            ShipTo = FromAddress(order.ShippingAddress, order.CustomerEmail),
            BillTo = FromAddress(order.InvoiceAddress, order.CustomerEmail),
            Parcels = Parcels(items),
        };
    }

    /// <summary>Gives the items of an order, none of them missing.</summary>
    internal static IReadOnlyList<RefurbedOrderItem> ItemsOf(RefurbedOrder order) => order.Items is { Count: > 0 } items
        ? [.. items.Select(static item => item ?? throw new FormatException("items"))]
        : throw new FormatException("items");

    internal static MarketplaceReturn FromReturn(RefurbedReturn item) => new()
    {
        Id = new MarketplaceReturnId(Needed(item.Id, "id")),
        OrderId = new MarketplaceOrderId(Needed(item.OrderId, "order_id")),
        State = RefurbedStates.OfReturn(item.State),
        VendorState = item.State ?? "",
        VendorReason = item.TicketTopic,
        CreatedAt = item.ReturnInitiatedAt ?? throw new FormatException("return_initiated_at"),
        Lines =
        [
            new ParcelLine
            {
                LineId = new MarketplaceOrderLineId(Needed(item.OrderItemId, "order_item_id")),
                Quantity = 1,
                Identifiers = Identifiers(item.ItemIdentifiers),
            },
        ],
        TrackingNumber = string.IsNullOrWhiteSpace(item.TrackingNumber) ? null : item.TrackingNumber,
    };

    internal static MessageThread FromTicket(RefurbedTicket ticket, IReadOnlyList<RefurbedScopedMessage?>? messages)
    {
        var created = ticket.CreatedAt ?? ticket.UpdatedAt ?? throw new FormatException("created_at");
        var item = ticket.MarketplaceOrderItem;
        return new MessageThread
        {
            Id = new ThreadId(Needed(ticket.Id, "id")),
            OrderId = string.IsNullOrEmpty(item?.OrderId) ? null : new MarketplaceOrderId(item.OrderId),
            OrderLineId = string.IsNullOrEmpty(item?.OrderItemId) ? null : new MarketplaceOrderLineId(item.OrderItemId),
            Subject = item?.InstanceName,
            Topic = ticket.TopicSlug,
            CreatedAt = created,
            UpdatedAt = ticket.UpdatedAt ?? created,
            AnswerDueSince = Checkpoint(ticket, "AWAITING_REPLY_SINCE") ?? (ticket.SellerActionNeeded == true ? ticket.UpdatedAt ?? created : null),
            AnswerBy = Checkpoint(ticket, "OVERDUE"),
            IsOpen = ticket.Status switch
            {
                "OPEN" or "PENDING" => true,
                "SOLVED" or "CLOSED" => false,
                _ => null,
            },
            IsClaim = ticket.CustomerPanicked == true,
            VendorState = ticket.Status,
            Messages = [.. (messages ?? []).Select(static entry => FromMessage(entry ?? throw new FormatException("messages"))).OrderBy(static message => message.At)],
        };
    }

    internal static Offer? FromOffer(RefurbedOffer offer, bool isMarketOffer)
    {
        // The back office lets sellers make offers without a SKU: they cannot be named here.
        if (!Sku.TryParse(offer.Sku, null, out var sku))
        {
            return null;
        }

        var price = isMarketOffer ? offer.MarketPrice ?? throw new FormatException("market_price") : null;
        var currency = Currency.TryParse(isMarketOffer ? price!.CurrencyCode : offer.ReferenceCurrencyCode, null, out var parsed) ? parsed : (Currency?)null;
        return new Offer
        {
            Sku = sku,
            VendorOfferId = OfferIdOf(offer),
            VendorProductId = offer.InstanceId,
            Title = offer.InstanceName,
            Quantity = offer.Stock is { } stock ? checked((int)Math.Min(stock, 10_000_000)) : null,
            Price = RefurbedMoney.ReadOptional(isMarketOffer ? price!.Price : offer.ReferencePrice, currency, "price"),
            IsActive = offer.State == "OK" && price?.Visibility is not ("NONE" or "HIDDEN"),
            Issues = [.. Issues(offer, price)],
            Condition = offer.Grading,
            Channel = price?.MarketCode,
        };
    }

    /// <summary>Reads the key of an offer, which stands alone or beside a market.</summary>
    internal static string OfferIdOf(RefurbedOffer offer)
    {
        var id = offer.Id;
        if (id is { ValueKind: System.Text.Json.JsonValueKind.Object } pair)
        {
            id = pair.TryGetProperty("offer_id", out var key) && key.ValueKind == System.Text.Json.JsonValueKind.Object && key.TryGetProperty("id", out var inner) ? inner : null;
        }

        return id?.ValueKind switch
        {
            System.Text.Json.JsonValueKind.String => Needed(id.Value.GetString(), "id"),
            System.Text.Json.JsonValueKind.Number => id.Value.GetRawText(),
            _ => throw new FormatException("id"),
        };
    }

    internal static RefurbedRefund FromRefund(RefurbedRefundAnswer refund)
    {
        var currency = Currency.Parse(Needed(refund.CurrencyCode, "currency_code"));
        return new RefurbedRefund(
            RefurbedMoney.Read(refund.TotalPaid, currency, "total_paid"),
            RefurbedMoney.Read(refund.TotalRefunded, currency, "total_refunded"),
            RefurbedMoney.Read(refund.Refunded, currency, "refunded"),
            RefurbedMoney.Read(refund.RefundedRefurbed, currency, "refunded_refurbed"),
            RefurbedMoney.Read(refund.RefundedMerchant, currency, "refunded_merchant"));
    }

    internal static string Needed(string? value, string field) => string.IsNullOrWhiteSpace(value) ? throw new FormatException(field) : value;

    // One item is one piece; the charged amount holds its share of the shipping.
    private static MarketplaceOrderLine FromItem(RefurbedOrderItem item, Currency currency, Currency? settlement)
    {
        var charged = RefurbedMoney.Read(item.TotalCharged, currency, "items.total_charged");
        var shipping = RefurbedMoney.ReadOptional(item.OfferData?.ShippingCosts, currency, "items.offer_data.shipping_costs") ?? Money.Zero(currency);
        var refunded = RefurbedMoney.ReadOptional(item.TotalRefunded, currency, "items.total_refunded");
        return new MarketplaceOrderLine
        {
            Id = new MarketplaceOrderLineId(Needed(item.Id, "items.id")),
            Sku = Sku.TryParse(item.Sku, null, out var sku) ? sku : null,
            VendorProductId = item.OfferData?.OfferId,
            Title = item.Name ?? "",
            Quantity = 1,
            UnitPrice = charged - shipping,
            GoodsPrice = charged - shipping,
            Shipping = shipping,
            Tax = RefurbedMoney.ReadOptional(item.VatCharged, currency, "items.vat_charged"),
            Commission = RefurbedMoney.ReadOptional(item.SettlementTotalCommission, settlement, "items.settlement_total_commission"),
            VendorState = item.State,
            CancelledQuantity = item.State is RefurbedStates.Rejected or RefurbedStates.Cancelled ? 1 : 0,
            Refunded = refunded is { IsZero: false } ? refunded : null,
        };
    }

    private static IReadOnlyList<MarketplaceParcel> Parcels(IReadOnlyList<RefurbedOrderItem> items) =>
    [
        .. items.Where(static item => !string.IsNullOrWhiteSpace(item.ParcelTrackingUrl))
            .GroupBy(static item => item.ParcelTrackingUrl!, StringComparer.Ordinal)
            .Select(static parcel => new MarketplaceParcel
            {
                TrackingUrl = Uri.TryCreate(parcel.Key, UriKind.Absolute, out var address) ? address : null,
                VendorState = parcel.Select(static item => item.ShipmentStatus).FirstOrDefault(static status => status is not null),
                Lines =
                [
                    .. parcel.Select(static item => new ParcelLine
                    {
                        LineId = new MarketplaceOrderLineId(Needed(item.Id, "items.id")), Quantity = 1, Identifiers = Identifiers(item.ItemIdentifiers),
                    }),
                ],
            }),
    ];

    private static IReadOnlyList<ItemIdentifier> Identifiers(IReadOnlyList<RefurbedIdentifier?>? identifiers) =>
    [
        .. (identifiers ?? []).OfType<RefurbedIdentifier>()
            .Where(static identifier => !string.IsNullOrWhiteSpace(identifier.Value))
            .Select(static identifier => new ItemIdentifier(
                identifier.IdentifierType switch
                {
                    "IMEI" => ItemIdentifierKind.Imei,
                    "SERIAL_NUMBER" => ItemIdentifierKind.SerialNumber,
                    var other => ItemIdentifierKind.From(string.IsNullOrWhiteSpace(other) ? "unknown" : other),
                },
                WireText.Cut(identifier.Value!, 200))),
    ];

    private static ThreadMessage FromMessage(RefurbedScopedMessage entry)
    {
        var message = entry.Message ?? throw new FormatException("messages.message");
        return new ThreadMessage
        {
            Id = Needed(message.Id, "messages.message.id"),
            From = message.Author?.Type switch
            {
                "CUSTOMER" => MessageParty.Buyer,
                "MERCHANT" => MessageParty.Seller,
                "REFURBED" or "SYSTEM" => MessageParty.Marketplace,
                _ => MessageParty.Other,
            },
            At = message.CreatedAt ?? throw new FormatException("messages.message.created_at"),
            Body = message.BodyHtml ?? "",
            AttachmentIds = [.. (message.Attachments ?? []).Select(static file => file?.Url).OfType<string>()],
            IsInternal = entry.Scope == "INTERNAL",
        };
    }

    private static DateTimeOffset? Checkpoint(RefurbedTicket ticket, string type) =>
        ticket.SlaCheckpoints?.FirstOrDefault(checkpoint => checkpoint?.CheckpointType == type)?.At;

    private static IEnumerable<string> Issues(RefurbedOffer offer, RefurbedMarketPrice? price)
    {
        if (offer.State is { } state and not "OK")
        {
            yield return state;
        }

        if (offer.RejectionReason is { } rejection)
        {
            yield return string.Join(": ", new[] { rejection.Category, rejection.FreeText }.Where(static part => !string.IsNullOrWhiteSpace(part)));
        }

        if (price?.Visibility is { } visibility and not "FULL")
        {
            yield return $"visibility {visibility}";
        }
    }

    // An address without street, town or country is not one to ship to.
    private static Party? FromAddress(RefurbedAddress? address, string? email)
    {
        if (address is null
            || string.IsNullOrWhiteSpace(address.StreetName)
            || string.IsNullOrWhiteSpace(address.Town)
            || !CountryCode.TryParse(address.CountryCode, null, out var country))
        {
            return null;
        }

        var contact = new Contact
        {
            Name = NameOf(address),
            Company = string.IsNullOrWhiteSpace(address.CompanyName) ? null : WireText.Cut(address.CompanyName, 100),
            Phone = PhoneNumber.TryParse(address.PhoneNumber, null, out var phone) ? phone : null,
            Email = EmailOf(email),
        };
        return contact.DisplayName.Length == 0 ? null : new Party
        {
            Contact = contact,
            Address = new Address
            {
                Line1 = WireText.Cut($"{address.StreetName} {address.HouseNo}".Trim(), 100),
                Line2 = string.IsNullOrWhiteSpace(address.Supplement) ? null : WireText.Cut(address.Supplement, 100),
                City = WireText.Cut(address.Town, 100),
                PostalCode = WireText.Cut(address.PostCode ?? "", 16),
                Country = country,
            },
        };
    }

    private static string? NameOf(RefurbedAddress? address)
    {
        var name = $"{address?.FirstName} {address?.FamilyName}".Trim();
        return name.Length == 0 ? null : WireText.Cut(name, 100);
    }

    private static EmailAddress? EmailOf(string? email) => EmailAddress.TryParse(email, null, out var parsed) ? parsed : null;
}
