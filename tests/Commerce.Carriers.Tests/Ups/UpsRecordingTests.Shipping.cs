using System.Text;
using Xunit;

namespace Commerce.Carriers.Tests.Ups;

public sealed partial class UpsRecordingTests
{
    [Fact]
    public async Task Shipment_of_one_parcel_has_its_label_and_the_contracts_price()
    {
        var shipment = (await Client().CreateShipmentAsync(Order("order-one"))).Value;

        Assert.Equal((Number(1).Value, Number(1), 9.10m), (shipment.Id.Value, shipment.TrackingNumber, shipment.Price?.Amount));
        Assert.Equal(
            new Uri("https://www.ups.com/track?loc=en_US&requester=ST&tracknum=" + Number(1)), Assert.Single(shipment.Parcels).TrackingUrl);
        var label = Assert.Single(shipment.Documents);
        Assert.Equal((DocumentKind.Label, LabelFormat.Zpl, Number(1)), (label.Kind, label.Format, label.TrackingNumber));
        Assert.Equal("^XA^XZ\n", Encoding.ASCII.GetString(label.Content.Span));
        Assert.Equal("121524", Assert.Single(shipment.Messages).Code);
        await MatchAsync("/ship");
    }

    [Fact]
    public async Task Shipment_of_several_parcels_has_a_number_and_a_label_for_each()
    {
        var order = CarrierSamples.Shipment(new OperationKey("order-several"), "11", LabelFormat.Zpl, parcels: 2);

        var shipment = (await Client().CreateShipmentAsync(order)).Value;

        Assert.Equal((Number(2).Value, 12.40m), (shipment.Id.Value, shipment.Price?.Amount));
        Assert.Equal([Number(2), Number(3)], shipment.Parcels.Select(parcel => parcel.TrackingNumber));
        Assert.Equal([Number(2), Number(3)], shipment.Documents.Select(label => label.TrackingNumber!.Value));
        Assert.Equal(["^XA^XZ\n", "^XA^FS^XZ\n"], shipment.Documents.Select(label => Encoding.ASCII.GetString(label.Content.Span)));
        await MatchAsync("/ship");
    }

    [Fact]
    public async Task Shipment_with_options_is_read_where_its_package_is_no_list()
    {
        var shipment = (await Client().CreateShipmentAsync(Order("order-options") with
        {
            Service = new CarrierService("65"),
            ShipDate = HandOver,
            Options = new ShipmentOptions { Signature = true, SaturdayDelivery = true, InsuredValue = new Money(120m, Currency.Parse("EUR")) },
            Label = new LabelSpecification { Format = LabelFormat.Epl, Size = LabelSize.FourByEight },
        })).Value;

        Assert.Equal((Number(4), LabelFormat.Epl, 11.60m), (shipment.TrackingNumber, Assert.Single(shipment.Documents).Format, shipment.Price?.Amount));
        await MatchAsync("/ship");
    }

    [Fact]
    public async Task Shipment_within_the_United_States_has_references_confirmation_and_units_at_its_package()
    {
        var shipment = (await Client().CreateShipmentAsync(Order("order-us") with
        {
            Service = new CarrierService("03"),
            Sender = American,
            Recipient = American,
            Options = new ShipmentOptions { AdultSignature = true },
            Label = new LabelSpecification { Format = LabelFormat.Gif },
        })).Value;

        Assert.Equal(LabelFormat.Gif, Assert.Single(shipment.Documents).Format);
        await MatchAsync("/ship");
    }

    [Fact]
    public async Task Parcel_without_a_label_keeps_its_number()
    {
        var shipment = (await Client().CreateShipmentAsync(CarrierSamples.Shipment(new OperationKey("order-no-label"), "11", LabelFormat.Zpl, 2))).Value;

        Assert.Equal([Number(6), Number(7)], shipment.Parcels.Select(parcel => parcel.TrackingNumber));
        Assert.Equal(Number(6), Assert.Single(shipment.Documents).TrackingNumber);
    }

    [Fact]
    public async Task Shipment_that_UPS_judges_wrong_is_refused()
    {
        var outcome = await Client().CreateShipmentAsync(Order("order-refused"));

        Assert.Equal((RefusalCode.ExternalRejected, "120512"), (outcome.Refusal?.Code, outcome.Refusal?.VendorCode));
        Assert.Contains("description is required", outcome.Refusal!.Message, StringComparison.Ordinal);
        Assert.Equal(1, ups.Sent("/ship"));
    }

    [Fact]
    public async Task Shipment_that_UPS_cannot_make_is_refused_before_anything_is_sent()
    {
        var outcome = await Client().CreateShipmentAsync(Order("order-pdf") with { Label = new LabelSpecification { Format = LabelFormat.Pdf } });

        Assert.Equal(("Label.Format", RefusalCode.NotSupported), (outcome.Refusal?.Field, outcome.Refusal?.Code));
        Assert.Equal(0, ups.Sent());
    }

    [Theory]
    [InlineData("order-invalid", CommerceErrorKind.Invalid, "20008", false)]
    [InlineData("order-throttled", CommerceErrorKind.Throttled, "10429", false)]
    [InlineData("order-unavailable", CommerceErrorKind.Unavailable, "20001", true)]
    [InlineData("order-malformed", CommerceErrorKind.Protocol, null, true)]
    public async Task Shipment_that_fails_is_never_sent_twice(string key, CommerceErrorKind kind, string? code, bool isOutcomeUnknown)
    {
        var exception = await FailureAsync(() => Client().CreateShipmentAsync(Order(key)));

        Assert.Equal((kind, code, "ship", isOutcomeUnknown), (exception.Kind, exception.VendorCode, exception.Operation, exception.IsOutcomeUnknown));
        Assert.Equal(kind == CommerceErrorKind.Throttled ? TimeSpan.FromSeconds(5) : null, exception.RetryAfter);
        Assert.Equal(1, ups.Sent("/ship"));
    }

    [Theory]
    [InlineData("order-reset")]
    [InlineData("order-slow")]
    [InlineData("order-truncated")]
    public async Task Shipment_whose_answer_is_lost_is_told_and_never_sent_twice(string key)
    {
        var client = Client(change: Hurry);
        await ((IRateProvider)client).GetRatesAsync(CarrierSamples.Rates());

        var exception = await FailureAsync(() => client.CreateShipmentAsync(Order(key)));

        Assert.Equal((CommerceErrorKind.Unavailable, true), (exception.Kind, exception.IsOutcomeUnknown));
        Assert.Equal(1, ups.Sent("/ship"));
    }
}
