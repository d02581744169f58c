using Xunit;

namespace Commerce.Carriers.Tests.Chronopost;

public sealed partial class ChronopostRecordingTests
{
    [Fact]
    public async Task Parcel_to_a_relay_names_it()
    {
        var outcome = await Client.CreateShipmentAsync(Shipment("69002") with { Service = new CarrierService("86"), PickupPoint = new PickupPointReference { Id = "2001A" } });

        Assert.True(outcome.IsSuccess);
        await MatchAsync();
    }

    [Fact]
    public async Task Return_goes_from_the_buyer_and_is_paid_by_the_merchant()
    {
        var there = Shipment("69002");
        var back = there with { Sender = there.Recipient, Recipient = CarrierSamples.Sender with { Address = CarrierSamples.Sender.Address with { PostalCode = "69002" } }, Service = new CarrierService("4T") };

        Assert.True((await ((IReturnLabelClient)Client).CreateReturnAsync(back)).IsSuccess);
        await MatchAsync();
    }

    [Fact]
    public async Task Goods_across_a_border_are_declared_parcel_by_parcel()
    {
        var request = Shipment("69002", parcels: 2);
        var abroad = request with
        {
            Service = new CarrierService("17"),
            Sender = request.Sender with { Eori = "FR12345678900011", VatNumber = "FR12345678901" },
            Recipient = request.Recipient with { Address = request.Recipient.Address with { Country = CountryCode.UnitedStates } },
            Customs = new CustomsDeclaration
            {
                Incoterm = Incoterm.Ddp,
                Items = [Goods("Desk lamp, brass", "940521", 2, 0), Goods("Bulb", "853952", 10, 1)],
            },
        };

        await Client.CreateShipmentAsync(abroad);
        await MatchAsync();
    }

    [Theory]
    [InlineData("86", null, null, "PickupPoint")]
    [InlineData("01", "2001A", null, "Options")]
    [InlineData("86", "2001A", 21, "Parcels[0].Weight")]
    [InlineData("17", null, null, "Recipient.Address.Country")]
    public async Task What_a_product_cannot_do_is_refused_before_anything_is_sent(string service, string? relay, int? kilograms, string field)
    {
        var request = Shipment("69002") with { Service = new CarrierService(service), PickupPoint = relay is null ? null : new PickupPointReference { Id = relay } };
        request = kilograms is { } weight ? request with { Parcels = [new Parcel { Weight = Weight.FromKilograms(weight) }] } : request;

        Assert.Equal(field, (await Client.CreateShipmentAsync(request)).Refusal!.Field);
        Assert.Equal(0, chronopost.Sent("shipping"));
    }

    [Fact]
    public async Task Too_large_and_too_valuable_is_refused_before_anything_is_sent()
    {
        var large = Shipment("69002") with { Parcels = [new Parcel { Weight = Weight.FromKilograms(5), Dimensions = new Dimensions(140, 50, 40) }] };
        var valuable = Shipment("69002") with { Options = new ShipmentOptions { InsuredValue = Money.Eur(20_001) } };

        Assert.Equal("Parcels[0].Dimensions", (await Client.CreateShipmentAsync(large)).Refusal!.Field);
        Assert.Equal("Options.InsuredValue", (await Client.CreateShipmentAsync(valuable)).Refusal!.Field);
    }

    [Fact]
    public async Task Options_that_chronopost_lacks_are_refused_with_the_reason()
    {
        ShipmentOptions[] options = [new() { CashOnDelivery = Money.Eur(10) }, new() { MinimumAge = 18 }, new() { AdultSignature = true }, new() { ReturnLabel = true }, new() { DangerousGoods = true }];
        foreach (var option in options)
        {
            Assert.Equal("Options", (await Client.CreateShipmentAsync(Shipment("69002") with { Options = option })).Refusal!.Field);
        }
    }

    private static CustomsItem Goods(string description, string code, int quantity, int parcel) => new()
    {
        Description = description,
        HsCode = code,
        Quantity = quantity,
        UnitValue = Money.Eur(12.50m),
        UnitWeight = Weight.FromGrams(400),
        Origin = CountryCode.France,
        Parcel = parcel,
    };
}
