using Commerce.Carriers.FedEx;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace Commerce.Carriers.Tests.FedEx;

/// <summary>What is refused before the call, and wrong options.</summary>
public sealed class FedExTablesTests
{
    private static readonly CarrierCapabilities Capabilities = Client().Capabilities;

    public static TheoryData<string, ShipmentRequest> Refused => new()
    {
        { "Recipient.Contact.Phone", Order with { Recipient = CarrierSamples.Recipient with { Contact = new Contact { Name = "Zoe" } } } },
        {
            "Recipient.Address.Region",
            FedExSamples.International("k") with { Recipient = FedExSamples.American with { Address = FedExSamples.American.Address with { Region = null } } }
        },
        { "Parcels.Packaging", Order with { Parcels = [Order.Parcels[0], Order.Parcels[0] with { Packaging = "FEDEX_PAK" }] } },
        { "Parcels[0].Weight", Order with { Parcels = [Order.Parcels[0] with { Packaging = "FEDEX_ENVELOPE" }] } },
        { "Parcels[0].Weight", Order with { Parcels = [Order.Parcels[0] with { Weight = Weight.FromKilograms(68.001m) }] } },
        { "Parcels[0].Dimensions", Order with { Parcels = [Order.Parcels[0] with { Dimensions = new Dimensions(1000, 10, 10) }] } },
        { "Label.Size", Order with { Label = new LabelSpecification { Format = LabelFormat.Zpl, Size = LabelSize.A4 } } },
        { "Label.Format", Order with { Label = new LabelSpecification { Format = LabelFormat.Gif } } },
        { "Label.Dpi", Order with { Label = new LabelSpecification { Format = LabelFormat.Pdf, Dpi = 300 } } },
        { "Recipient.Contact.Email", Order with { Options = new ShipmentOptions { NotifyByEmail = true }, Recipient = Silent } },
        { "Options", Order with { Options = new ShipmentOptions { NotifyBySms = true } } },
        { "Options", Order with { Options = new ShipmentOptions { MinimumAge = 18 } } },
        { "Options", Order with { Options = new ShipmentOptions { ReturnLabel = true } } },
        { "Options", Order with { Options = new ShipmentOptions { CashOnDelivery = new Money(1m, Currency.Parse("EUR")) } } },
        { "Options", Order with { Customs = FedExSamples.Customs } },
        { "Customs.ReturnIfUndeliverable", FedExSamples.International("k") with { Customs = FedExSamples.Customs with { ReturnIfUndeliverable = false } } },
        { "Customs.Reason", FedExSamples.International("k") with { Customs = FedExSamples.Customs with { Reason = new ExportReason("unheard") } } },
        { "Customs.Incoterm", FedExSamples.International("k") with { Customs = FedExSamples.Customs with { Incoterm = new Incoterm("DPU1") } } },
        {
            "Customs.Items.Parcel",
            FedExSamples.International("k") with
            {
                Parcels = [Order.Parcels[0], Order.Parcels[0]], Customs = FedExSamples.Customs with { Items = [FedExSamples.Customs.Items[0] with { Parcel = 1 }] },
            }
        },
        { "Recipient.Address.Country", Order with { Recipient = FedExSamples.American } },
    };

    private static ShipmentRequest Order => FedExSamples.Order("k");

    private static Party Silent => CarrierSamples.Recipient with { Contact = new Contact { Name = "Zoe", Phone = PhoneNumber.Parse("+33612345678") } };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_FedEx_cannot_do_is_refused_before_the_call_by_its_field(string field, ShipmentRequest request)
    {
        var outcome = await Client().CreateShipmentAsync(request);

        Assert.Equal(field, outcome.Refusal?.Field);
    }

    [Fact]
    public void Every_label_that_is_declared_is_printed()
    {
        foreach (var label in Capabilities.Labels)
        {
            Assert.Empty(Capabilities.Check(Order with { Label = label }));
        }
    }

    [Fact]
    public void Wrong_options_are_told_together()
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Client(options =>
        {
            (options.ClientId, options.AccountNumber, options.PickupType, options.GrantType) = ("", "12", "BY_BIKE", "csp_credentials");
            options.TrackClientId = "alone";
        }));

        Assert.All(
            (string[])["ClientId is empty", "AccountNumber has nine", "PickupType is"],
            text => Assert.Contains(exception.Failures, failure => failure.Contains(text, StringComparison.Ordinal)));
        Assert.Throws<OptionsValidationException>(() => Client(options => options.TrackClientId = "alone"));
        Assert.Throws<OptionsValidationException>(() => Client(options => options.GrantType = "csp_credentials"));
    }

    private static ICarrierClient Client(Action<FedExCarrierOptions>? change = null)
    {
        var services = new ServiceCollection();
        services.AddFedExCarrier(options =>
        {
            options.BaseAddress = new Uri("http://fedex.example/");
            (options.ClientId, options.ClientSecret, options.AccountNumber) = ("invented", "invented-secret", "700257037");
            change?.Invoke(options);
        });
        return services.BuildServiceProvider().GetRequiredKeyedService<ICarrierClient>("fedex");
    }
}
