using Commerce.Marketplaces;
using Xunit;

namespace Commerce.Testing.Conformance;

/// <summary>
/// What every <see cref="IMarketplaceClient"/> does, whoever writes it. Derive, say how to make a client and how orders
/// get into the marketplace, and run: against a fake, a sandbox or the marketplace's test host.
/// </summary>
public abstract class MarketplaceClientContract
{
    private static readonly (MarketplaceFeature Feature, Type Interface)[] Interfaces =
    [
        (MarketplaceFeature.OrderAcceptance, typeof(IOrderAcceptance)),
        (MarketplaceFeature.OrderCancellation, typeof(IOrderCancellation)),
        (MarketplaceFeature.Refunds, typeof(IOrderRefunds)),
        (MarketplaceFeature.OfferReading, typeof(IOfferReader)),
        (MarketplaceFeature.OfferWriting, typeof(IOfferWriter)),
        (MarketplaceFeature.MessageSending, typeof(IMessageSender)),
        (MarketplaceFeature.Messages, typeof(IMessagingClient)),
        (MarketplaceFeature.Returns, typeof(IReturnsClient)),
        (MarketplaceFeature.Notifications, typeof(IWebhookVerifier<MarketplaceNotification>)),
        (MarketplaceFeature.CarrierList, typeof(ICarrierDirectory)),
        (MarketplaceFeature.CancellationRequests, typeof(ICancellationRequests)),
        (MarketplaceFeature.MessageAttachments, typeof(IMessageAttachments)),
        (MarketplaceFeature.ThreadUpdates, typeof(IThreadUpdates)),
        (MarketplaceFeature.ChannelPriceRemoval, typeof(IChannelPrices)),
        (MarketplaceFeature.OfferPreview, typeof(IOfferPreview)),
        (MarketplaceFeature.OrderDocuments, typeof(IOrderDocuments)),
        (MarketplaceFeature.NotificationReading, typeof(INotificationReader)),
        (MarketplaceFeature.NotificationSubscriptions, typeof(INotificationSubscriptions)),
    ];

    /// <summary>Gets the clock that waiting for imports goes by.</summary>
    protected virtual TimeProvider Clock => TimeProvider.System;

    /// <summary>Makes the client under test.</summary>
    /// <returns>A client with good credentials.</returns>
    protected abstract Task<IMarketplaceClient> CreateClientAsync();

    /// <summary>Makes a client whose credentials the marketplace refuses.</summary>
    /// <returns>The client, or <see langword="null"/> when the double has no credentials.</returns>
    protected abstract Task<IMarketplaceClient?> CreateClientWithWrongCredentialsAsync();

    /// <summary>Puts orders into the marketplace that wait for acceptance, or for shipping where there is no acceptance.</summary>
    /// <param name="count">How many.</param>
    /// <returns>Their keys.</returns>
    protected abstract Task<IReadOnlyList<MarketplaceOrderId>> PlaceOrdersAsync(int count);

    /// <summary>Says SKUs that are on sale at the marketplace.</summary>
    /// <returns>At least two SKUs.</returns>
    protected abstract IReadOnlyList<Sku> KnownSkus();

    /// <summary>Lets the marketplace finish what it does on its own: payment checks, imports.</summary>
    /// <returns>A task that ends when it is done.</returns>
    protected abstract Task LetMarketplaceWorkAsync();

    /// <summary>Features and interfaces agree, and every missing feature has a reason.</summary>
    [Fact]
    public async Task Declares_exactly_the_features_that_it_implements()
    {
        var client = await CreateClientAsync();

        foreach (var (feature, type) in Interfaces)
        {
            var support = client.Capabilities.Supports(feature);
            Assert.True(support.IsSupported == type.IsInstanceOfType(client), $"{feature}: {support} but {type.Name} says otherwise.");
            Assert.True(support.IsSupported || !string.IsNullOrWhiteSpace(support.Reason), $"{feature} is missing without a reason.");
        }
    }

    /// <summary>Every order comes exactly once through all pages, and from a token on.</summary>
    [Fact]
    public async Task Lists_every_order_once_over_pages_and_from_a_token()
    {
        var client = await CreateClientAsync();
        var placed = await PlaceOrdersAsync(5);
        var orders = client.ListOrders(new OrderQuery { PageSize = 2 });

        var listed = new List<MarketplaceOrderId>();
        ContinuationToken? second = null;
        await foreach (var page in orders.PagesAsync())
        {
            second ??= page.Next;
            listed.AddRange(page.Items.Select(order => order.Id));
        }

        Assert.All(placed, id => Assert.Single(listed, id));
        Assert.NotNull(second);
        var rest = new List<MarketplaceOrderId>();
        await foreach (var page in orders.PagesAsync(second))
        {
            rest.AddRange(page.Items.Select(order => order.Id));
        }

        Assert.Equal(listed.Skip(2), rest);
    }

    /// <summary>Money adds up on every order.</summary>
    [Fact]
    public async Task Gives_orders_whose_amounts_add_up()
    {
        var client = await CreateClientAsync();
        var placed = await PlaceOrdersAsync(2);

        foreach (var id in placed)
        {
            var order = await client.FindOrderAsync(id);

            Assert.NotNull(order);
            if (order.Amounts is not { } amounts)
            {
                continue;
            }

            var zero = Money.Zero(amounts.Total.Currency);
            Assert.Equal(amounts.Goods, order.Lines.Aggregate(zero, (sum, line) => sum + line.GoodsPrice!.Value));
            if (amounts.Shipping is { } shipping)
            {
                Assert.Equal(shipping, order.Lines.Aggregate(zero, (sum, line) => sum + (line.Shipping ?? zero)));
                var tax = order.PricesIncludeTax == false ? amounts.Tax ?? zero : zero;
                Assert.Equal(amounts.Goods + shipping + tax, amounts.Total);
            }

            Assert.All(order.Lines, line => Assert.Equal(line.GoodsPrice, (line.UnitPrice!.Value * line.Quantity).Round()));
            Assert.All(order.Lines.Where(line => line.Taxes.Count + line.ShippingTaxes.Count > 0), line => Assert.Equal(
                line.Tax, line.Taxes.Values.Concat(line.ShippingTaxes.Values).Aggregate(zero, (sum, part) => sum + part)));
        }
    }

    /// <summary>Orders are found by when they were placed.</summary>
    [Fact]
    public async Task Lists_orders_by_the_time_of_placing()
    {
        var client = await CreateClientAsync();
        var order = (await client.FindOrderAsync((await PlaceOrdersAsync(1))[0]))!;

        Assert.Contains(order.Id, await IdsAsync(client.ListOrders(new OrderQuery { CreatedSince = order.CreatedAt.AddMinutes(-1), CreatedUntil = order.CreatedAt.AddMinutes(1) })));
        Assert.DoesNotContain(order.Id, await IdsAsync(client.ListOrders(new OrderQuery { CreatedUntil = order.CreatedAt.AddMinutes(-1) })));
        Assert.DoesNotContain(order.Id, await IdsAsync(client.ListOrders(new OrderQuery { CreatedSince = order.CreatedAt.AddMinutes(1) })));
    }

    /// <summary>An unknown order is "not found", not an error.</summary>
    [Fact]
    public async Task Knows_nothing_of_an_unknown_order()
    {
        var client = await CreateClientAsync();

        Assert.Null(await client.FindOrderAsync(new MarketplaceOrderId("no-such-order")));
    }

    /// <summary>An order is accepted once; shipped once; both may be repeated.</summary>
    [Fact]
    public async Task Accepts_and_ships_an_order_and_tolerates_repetition()
    {
        var client = await CreateClientAsync();
        var id = (await PlaceOrdersAsync(1))[0];
        var order = (await client.FindOrderAsync(id))!;
        if (client is IOrderAcceptance acceptance)
        {
            var decision = new OrderDecision { OrderId = id, AcceptedLines = [.. order.Lines.Select(line => line.Id)] };
            var accepted = await acceptance.DecideOrderAsync(decision);
            Assert.True(accepted.IsSuccess, accepted.Refusal?.Message);
            Assert.Equal(decision.AcceptedLines, accepted.Value.Lines.Select(line => line.Key));
            Assert.All(accepted.Value.Lines, line => Assert.True(line.IsSuccess, line.Refusal?.Message));
            await LetMarketplaceWorkAsync();
            var again = await acceptance.DecideOrderAsync(decision);
            Assert.True(again.IsSuccess, again.Refusal?.Message);
            Assert.True(again.Value.WasAlreadyDecided);
        }

        Assert.Equal(MarketplaceOrderState.ReadyToShip, (await client.FindOrderAsync(id))!.State);
        var parcel = new MarketplaceParcel { Reference = "1", TrackingNumber = "TRACK0001", CarrierCode = "UPS", CarrierName = "UPS" };
        var request = new ShipOrderRequest { OrderId = id, Parcels = [parcel] };
        var shipped = await client.ShipOrderAsync(request);
        var repeated = await client.ShipOrderAsync(request);

        Assert.True(shipped.IsSuccess, shipped.Refusal?.Message);
        var told = Assert.Single(shipped.Value.Parcels);
        Assert.True(told.IsSuccess, told.Refusal?.Message);
        Assert.Equal(parcel.Key, told.Key);
        Assert.True(repeated.IsSuccess, repeated.Refusal?.Message);
        Assert.Equal(MarketplaceOrderState.Shipped, (await client.FindOrderAsync(id))!.State);
    }

    /// <summary>A batch gives one outcome for each item, and a bad item does not hide the good ones.</summary>
    [Fact]
    public async Task Gives_one_outcome_for_each_item_of_a_stock_batch()
    {
        var client = await CreateClientAsync();
        var known = KnownSkus();
        var unknown = new Sku("NO-SUCH-SKU");

        var batch = await client.UpdateStockAsync(
        [
            new StockChange { Sku = known[0], Quantity = 7 },
            new StockChange { Sku = unknown, Quantity = 1 },
            new StockChange { Sku = known[1], Quantity = 0 },
        ]);
        batch = await EndOfAsync(client, batch);

        Assert.Equal(OfferBatchState.Completed, batch.State);
        Assert.Equal(3, batch.Items.Count);
        Assert.True(batch.Items.Single(item => item.Key == new OfferKey(known[0])).IsSuccess);
        Assert.True(batch.Items.Single(item => item.Key == new OfferKey(known[1])).IsSuccess);
        if (client is IOfferReader reader)
        {
            Assert.False(batch.Items.Single(item => item.Key == new OfferKey(unknown)).IsSuccess);
            var offers = new Dictionary<Sku, Offer>();
            await foreach (var offer in reader.ListOffers(new OfferQuery { Skus = [known[0]] }))
            {
                offers[offer.Sku] = offer;
            }

            Assert.Equal(7, offers[known[0]].Quantity);
        }
    }

    /// <summary>Prices arrive exactly.</summary>
    [Fact]
    public async Task Sets_prices_exactly()
    {
        var client = await CreateClientAsync();
        var sku = KnownSkus()[0];

        var batch = await EndOfAsync(client, await client.UpdatePricesAsync([new PriceChange { Sku = sku, Price = Money.Eur(129.90m) }]));

        Assert.True(Assert.Single(batch.Items).IsSuccess);
        if (client is IOfferReader reader)
        {
            var prices = new List<Money?>();
            await foreach (var offer in reader.ListOffers(new OfferQuery { Skus = [sku] }))
            {
                prices.Add(offer.Price);
            }

            Assert.Equal(Money.Eur(129.90m), Assert.Single(prices));
        }
    }

    /// <summary>Wrong credentials are told as such.</summary>
    [Fact]
    public async Task Tells_wrong_credentials()
    {
        var client = await CreateClientWithWrongCredentialsAsync();
        if (client is null)
        {
            Assert.StartsWith("Commerce.Testing", (await CreateClientAsync()).GetType().Namespace, StringComparison.Ordinal);
            return;
        }

        var exception = await Assert.ThrowsAsync<CommerceException>(() => client.FindOrderAsync(new MarketplaceOrderId("any")));

        Assert.Equal(CommerceErrorKind.Unauthorized, exception.Kind);
    }

    private static async Task<IReadOnlyList<MarketplaceOrderId>> IdsAsync(Paged<MarketplaceOrder> orders)
    {
        var ids = new List<MarketplaceOrderId>();
        await foreach (var order in orders)
        {
            ids.Add(order.Id);
        }

        return ids;
    }

    private async Task<OfferBatch> EndOfAsync(IMarketplaceClient client, OfferBatch batch)
    {
        for (var round = 0; batch.State == OfferBatchState.Running && round < 20; round++)
        {
            await LetMarketplaceWorkAsync();
            batch = await client.GetBatchAsync(batch);
        }

        return batch;
    }
}
