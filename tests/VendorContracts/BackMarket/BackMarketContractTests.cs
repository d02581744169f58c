using System.Net;
using System.Text;
using Commerce.Marketplaces;
using Commerce.Marketplaces.BackMarket;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.VendorContracts.BackMarket;

/// <summary>Every request of the Back Market client against Back Market's own contract. What is looked at before a step is answered here.</summary>
public sealed class BackMarketContractTests(BackMarketMock backmarket) : IClassFixture<BackMarketMock>
{
    private static readonly DateTimeOffset March = new(2026, 3, 10, 0, 0, 0, TimeSpan.Zero);

    [VendorSpecFact]
    public Task Orders_keep_the_contract() => CheckAsync(
        client => FirstAsync(client.ListOrders(new OrderQuery { ChangedSince = March, CreatedSince = March, States = [MarketplaceOrderState.ReadyToShip] })), "GET /ws/orders");

    [VendorSpecFact]
    public Task An_order_keeps_the_contract() => CheckAsync(client => client.FindOrderAsync(new("42")), "GET /ws/orders/42");

    [VendorSpecFact]
    public Task Acceptance_keeps_the_contract() => CheckAsync(
        client => ((IOrderAcceptance)client).DecideOrderAsync(new OrderDecision { OrderId = new("42"), AcceptedLines = [new("7")] }), 1, "POST /ws/orders/42");

    [VendorSpecFact]
    public Task Cancellation_keeps_the_contract() => CheckAsync(
        client => ((IOrderCancellation)client).CancelOrderAsync(new CancelOrderRequest { OrderId = new("42"), Reason = CancellationReason.OutOfStock }), 2, "POST /ws/orders/42");

    [VendorSpecFact]
    public Task Shipping_keeps_the_contract() => CheckAsync(
        client => client.ShipOrderAsync(new ShipOrderRequest
        {
            OrderId = new("42"),
            VendorFields = new Dictionary<string, string> { ["vat_type"] = "MARGINAL" },
            Parcels =
            [
                new MarketplaceParcel
                {
                    TrackingNumber = "XY1",
                    TrackingUrl = new Uri("https://track.example.com/XY1"),
                    CarrierName = "Chronopost",
                    Lines = [new ParcelLine { LineId = new("7"), Quantity = 1, Identifiers = [new(ItemIdentifierKind.Imei, "153124587625348"), new(ItemIdentifierKind.SerialNumber, "SN-1")] }],
                },
            ],
        }), 2, "POST /ws/orders/42");

    [VendorSpecFact]
    public Task Refunds_keep_the_contract() => CheckAsync(
        async client =>
        {
            var refunds = (IOrderRefunds)client;
            var request = new RefundOrderRequest { Key = new("1"), OrderId = new("42"), Reason = RefundReason.NotReceived, Note = "Sorry.", Lines = [new LineAmount { LineId = new("7"), Quantity = 1 }] };
            await refunds.RefundOrderAsync(request with { Lines = [new LineAmount { LineId = new("7"), Goods = Money.Eur(89.99m) }] });
            await refunds.RefundOrderAsync(request);
        }, 3, "POST /ws/sav/refund", "POST /ws/orders/42");

    [VendorSpecFact]
    public Task Numbers_of_pieces_keep_the_contract() => CheckAsync(client => client.SetIdentifiersAsync(new("7"), "153124587625348", "SN-1"), "PATCH /ws/orderlines/7");

    [VendorSpecFact]
    public Task Deliveries_keep_the_contract() => CheckAsync(client => client.ListDeliveriesAsync(new("42")), "GET /ws/shipping/v1/deliveries");

    [VendorSpecFact]
    public Task Returns_keep_the_contract() => CheckAsync(
        client => FirstAsync(((IReturnsClient)client).ListReturns(new ReturnQuery { OrderId = new("42"), ChangedSince = March })), "GET /ws/shipping/v1/returns");

    [VendorSpecFact]
    public Task Listings_keep_the_contract() => CheckAsync(
        async client =>
        {
            await FirstAsync(((IOfferReader)client).ListOffers(new OfferQuery { Channel = "de-de" }));
            await FirstAsync(((IOfferReader)client).ListOffers(new OfferQuery { Skus = [new("PHONE-1")] }));
        }, "GET /ws/listings", "GET /ws/listings/detail");

    [VendorSpecFact]
    public Task An_update_of_a_listing_keeps_the_contract() => CheckAsync(
        client => client.UpdatePricesAsync([new PriceChange { Sku = new("IPHONE_6S_64GO_BLUE_CORRECT"), Price = Money.Eur(160.9m), MinimumPrice = Money.Eur(150m) }]),
        "GET /ws/listings/detail", "POST /ws/listings/7a97a1b6-547e-4718-bc72-5b84aca91b09");

    [VendorSpecFact]
    public Task A_batch_keeps_the_contract() => CheckAsync(
        client => client.UpdatePricesAsync([.. Enumerable.Range(0, 5).Select(number => new PriceChange { Sku = new($"PHONE-{number}"), Price = Money.Eur(99m) })]), "POST /ws/listings");

    [VendorSpecFact]
    public Task The_state_of_a_batch_keeps_the_contract() => CheckAsync(
        client => client.GetBatchAsync(new OfferBatch { Id = new("4312"), Kind = OfferBatchKind.Price, State = OfferBatchState.Running, Keys = [new(new("PHONE-1"))] }),
        "GET /ws/tasks/4312");

    [VendorSpecFact]
    public Task Care_folders_keep_the_contract() => CheckAsync(
        async client =>
        {
            await ((IMessagingClient)client).FindThreadAsync(new("123"));
            await client.TransferItemAsync(new("123"), "DHL", "123AZ0672", BackMarketItemAction.Repair);
            await FirstAsync(((IMessagingClient)client).ListThreads(new ThreadQuery { ChangedSince = March }));
        }, "GET /ws/sav/123", "POST /ws/sav/123/item-transfer", "GET /ws/sav");

    [VendorSpecFact]
    public Task Competitors_keep_the_contract() => CheckAsync(
        client => client.ListCompetitorsAsync("7e1f4a8d-b1bb-47aa-9f77-2cca759eb41b"), "GET /ws/backbox/v1/competitors/7e1f4a8d-b1bb-47aa-9f77-2cca759eb41b");

    private static async Task FirstAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var item in items)
        {
            Assert.NotNull(item);
            return;
        }
    }

    private Task CheckAsync(Func<IBackMarketMarketplaceClient, Task> call, params string[] calls) => CheckAsync(call, null, calls);

    private async Task CheckAsync(Func<IBackMarketMarketplaceClient, Task> call, int? lineState, params string[] calls)
    {
        var address = await backmarket.AddressAsync();
        using var edge = new Look(lineState);
        using var contract = new ContractEdge();
        var services = new ServiceCollection();
        services.AddBackMarketMarketplace(options =>
        {
            (options.BaseAddress, options.Token) = (address, "YW4tYWNjb3VudDphLXNlY3JldA==");
            (options.Market, options.CompanyName, options.ContactEmail) = ("fr-fr", "Acme", "tech@example.com");
            (options.MaxRetries, options.KeepCallFrequencies, options.BatchPricesFrom, options.UnnamedItem) = (0, false, 5, BackMarketUnnamedItem.Done);
        }).AddHttpMessageHandler(() => edge).AddHttpMessageHandler(() => contract);
        await using var provider = services.BuildServiceProvider();

        try
        {
            await call(provider.GetRequiredKeyedService<IBackMarketMarketplaceClient>("backmarket"));
        }
        catch (CommerceException)
        {
            // The mock invents values within the contract, not values that make sense together; what breaks the contract is in Violations.
        }

        Assert.True(contract.Violations.Count == 0, string.Join("\n", contract.Violations));
        Assert.Equal(calls, edge.Calls.Distinct());
    }

    /// <summary>Answers what is looked at before a step, and notes the other calls.</summary>
    private sealed class Look(int? lineState) : DelegatingHandler
    {
        internal List<string> Calls { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (lineState is not null && request.Method == HttpMethod.Get)
            {
                var order = $$"""
                    {"order_id":42,"state":3,"date_creation":"2026-03-10T08:30:00Z","price":"160.99","shipping_price":"0.00","currency":"EUR",
                    "orderlines":[{"id":7,"state":{{lineState}},"listing":"PHONE-1","quantity":1,"price":"160.99"}]}
                    """;
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new StringContent(order, Encoding.UTF8, "application/json") });
            }

            Calls.Add($"{request.Method} {request.RequestUri!.AbsolutePath}");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
