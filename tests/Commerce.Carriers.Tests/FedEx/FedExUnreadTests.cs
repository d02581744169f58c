using Commerce.Carriers.FedEx;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Carriers.Tests.FedEx;

/// <summary>What FedEx's API has no place for is refused by its field, never left out in silence.</summary>
public sealed class FedExUnreadTests
{
    private const string Field = "VendorFields.freightClass";

    private static readonly Dictionary<string, string> Fields = new() { ["freightClass"] = "70" };

    private static readonly TrackingRequest Number = new() { TrackingNumber = new TrackingNumber("794900000001"), VendorFields = Fields };

    private static readonly PickupRequest Pickup = FedExSamples.Pickup(new DateOnly(2026, 3, 2)) with { VendorFields = Fields };

    private static readonly ShipmentRequest Order = FedExSamples.Order("order-1") with { VendorFields = Fields };

    private readonly ICarrierClient _client = Client();

    public static TheoryData<string, RateRequest> Unpriced => new()
    {
        { Field, CarrierSamples.Rates() with { VendorFields = Fields } },
        { "Options", CarrierSamples.Rates() with { Options = new ShipmentOptions { NotifyBySms = true } } },
        { "Options", CarrierSamples.Rates() with { Options = new ShipmentOptions { MinimumAge = 18 } } },
        { "Options", CarrierSamples.Rates() with { Options = new ShipmentOptions { DangerousGoods = true } } },
        { "Options", CarrierSamples.Rates() with { Service = new CarrierService("FEDEX_PRIORITY"), Options = Cash } },
        { "Options.CashOnDelivery", CarrierSamples.Rates() with { Recipient = FedExSamples.American, Options = Cash } },
    };

    private static ShipmentOptions Cash => new() { CashOnDelivery = new Money(1m, Currency.Parse("EUR")) };

    [Fact]
    public async Task Vendor_fields_are_refused()
    {
        Assert.Equal(Field, (await _client.CreateShipmentAsync(Order)).Refusal?.Field);
        Assert.Equal(Field, (await ((IReturnLabelClient)_client).CreateReturnAsync(Order)).Refusal?.Field);
        Assert.Equal(Field, Assert.Single(await ((IShipmentValidator)_client).ValidateShipmentAsync(Order)).Field);
        Assert.Equal(Field, (await ((IShipmentVoider)_client).VoidAsync(
            new VoidRequest { ShipmentId = new CarrierShipmentId("794900000001"), VendorFields = Fields })).Refusal?.Field);
        Assert.Equal(Field, (await ((IProofOfDeliveryProvider)_client).GetProofOfDeliveryAsync(Number)).Refusal?.Field);
        Assert.Equal(Field, (await ((IPickupScheduler)_client).BookPickupAsync(Pickup)).Refusal?.Field);
        Assert.Equal(Field, (await ((IManifestClient)_client).CloseManifestAsync(
            new ManifestRequest { Key = new OperationKey("close-1"), VendorFields = Fields })).Refusal?.Field);
        Assert.Equal(Field, (await ((ITradeDocumentClient)_client).UploadTradeDocumentAsync(FedExSamples.Invoice with { VendorFields = Fields })).Refusal?.Field);
    }

    [Fact]
    public async Task Vendor_fields_are_a_mistake_where_an_answer_has_no_refusal()
    {
        Func<Task>[] calls =
        [
            () => _client.TrackAsync(Number),
            () => ((IPickupPointDirectory)_client).FindPickupPointsAsync(new PickupPointRequest { Near = CarrierSamples.Recipient.Address, VendorFields = Fields }),
            () => ((IPickupCalendar)_client).FindPickupSlotsAsync(Pickup),
        ];

        foreach (var call in calls)
        {
            var failure = await Assert.ThrowsAsync<CommerceException>(call);
            Assert.Equal((CommerceErrorKind.Invalid, Field, true), (failure.Kind, failure.Field, failure.WasNeverSent));
        }
    }

    [Theory]
    [MemberData(nameof(Unpriced))]
    public async Task Prices_and_times_are_not_asked_for_what_FedEx_cannot_do(string field, RateRequest request)
    {
        var rates = await ((IRateProvider)_client).GetRatesAsync(request);
        var failure = await Assert.ThrowsAsync<CommerceException>(() => ((ITransitTimeProvider)_client).GetTransitTimesAsync(request));

        Assert.Empty(rates.Quotes);
        Assert.StartsWith(field + " is ", Assert.Single(rates.Messages).Message, StringComparison.Ordinal);
        Assert.Equal((CommerceErrorKind.Invalid, field), (failure.Kind, failure.Field));
    }

    private static ICarrierClient Client()
    {
        var services = new ServiceCollection();
        services.AddFedExCarrier(options =>
        {
            options.BaseAddress = new Uri("http://fedex.example/");
            (options.ClientId, options.ClientSecret, options.AccountNumber) = ("invented", "invented-secret", "700257037");
        });
        return services.BuildServiceProvider().GetRequiredKeyedService<ICarrierClient>("fedex");
    }
}
