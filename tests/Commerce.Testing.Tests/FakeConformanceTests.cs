using Commerce.Carriers;
using Commerce.Marketplaces;
using Commerce.Payments;
using Commerce.Testing.Conformance;

namespace Commerce.Testing.Tests;

public sealed class FakeCarrierConformanceTests : CarrierClientContract
{
    protected override Task<ICarrierClient> CreateClientAsync() =>
        Task.FromResult<ICarrierClient>(new FakeCarrier(CarrierCode.Dpd));

    protected override Task<ICarrierClient?> CreateClientWithWrongCredentialsAsync() => Task.FromResult<ICarrierClient?>(null);

    protected override ShipmentRequest ValidShipment(OperationKey key, int parcels = 1) => Samples.Shipment(key, parcels);

    protected override TrackingNumber UnknownTrackingNumber() => new("DPD9999999999");
}

public sealed class FakeMarketplaceConformanceTests : MarketplaceClientContract
{
    private readonly FakeMarketplace _marketplace = new(MarketplaceCode.Mirakl);

    protected override Task<IMarketplaceClient> CreateClientAsync() => Task.FromResult<IMarketplaceClient>(_marketplace);

    protected override Task<IMarketplaceClient?> CreateClientWithWrongCredentialsAsync() =>
        Task.FromResult<IMarketplaceClient?>(null);

    protected override Task<IReadOnlyList<MarketplaceOrderId>> PlaceOrdersAsync(int count)
    {
        var ids = Enumerable.Range(1, count).Select(number => new MarketplaceOrderId($"order-{number}")).ToList();
        foreach (var id in ids)
        {
            _marketplace.Put(Samples.Order(id));
        }

        return Task.FromResult<IReadOnlyList<MarketplaceOrderId>>(ids);
    }

    protected override IReadOnlyList<Sku> KnownSkus() => [new("LAMP-1"), new("LAMP-2")];

    protected override Task LetMarketplaceWorkAsync() => Task.CompletedTask;
}

public sealed class FakePaymentGatewayConformanceTests : PaymentGatewayContract
{
    protected override PaymentMethodToken GoodMethod => new("pm_good");

    protected override PaymentMethodToken DeclinedMethod => FakePaymentGateway.DeclinedMethod;

    protected override Task<IPaymentGateway> CreateClientAsync() => Task.FromResult<IPaymentGateway>(new FakePaymentGateway());

    protected override Task<IPaymentGateway?> CreateClientWithWrongCredentialsAsync() => Task.FromResult<IPaymentGateway?>(null);
}
