using Commerce.Carriers;
using Xunit;

namespace Commerce.Testing.Conformance;

/// <summary>
/// What every <see cref="ICarrierClient"/> does, whoever writes it. Derive, say how to make a client and which shipment
/// it can buy, and run: against a fake, a sandbox or the carrier's test host.
/// </summary>
/// <remarks>What a carrier lacks must be declared in its capabilities with a reason; nothing is skipped.</remarks>
public abstract class CarrierClientContract
{
    private static readonly (CarrierFeature Feature, Type Interface)[] Interfaces =
    [
        (CarrierFeature.Rates, typeof(IRateProvider)),
        (CarrierFeature.TransitTimes, typeof(ITransitTimeProvider)),
        (CarrierFeature.Void, typeof(IShipmentVoider)),
        (CarrierFeature.LabelReprint, typeof(ILabelReprinter)),
        (CarrierFeature.FindByReference, typeof(IShipmentFinder)),
        (CarrierFeature.ReturnLabels, typeof(IReturnLabelClient)),
        (CarrierFeature.PickupPoints, typeof(IPickupPointDirectory)),
        (CarrierFeature.Pickups, typeof(IPickupScheduler)),
        (CarrierFeature.Manifests, typeof(IManifestClient)),
        (CarrierFeature.ManifestReprint, typeof(IManifestReprinter)),
        (CarrierFeature.PickupCancellation, typeof(IPickupCanceller)),
        (CarrierFeature.PickupCalendar, typeof(IPickupCalendar)),
        (CarrierFeature.PickupPointDetails, typeof(IPickupPointFinder)),
        (CarrierFeature.TradeDocumentArchive, typeof(ITradeDocumentArchive)),
        (CarrierFeature.Validation, typeof(IShipmentValidator)),
        (CarrierFeature.TrackingPush, typeof(ITrackingSubscriber)),
        (CarrierFeature.AddressValidation, typeof(IAddressValidator)),
        (CarrierFeature.ProofOfDelivery, typeof(IProofOfDeliveryProvider)),
        (CarrierFeature.TradeDocuments, typeof(ITradeDocumentClient)),
    ];

    /// <summary>Makes the client under test.</summary>
    /// <returns>A client with good credentials.</returns>
    protected abstract Task<ICarrierClient> CreateClientAsync();

    /// <summary>Makes a client whose credentials the carrier refuses.</summary>
    /// <returns>The client, or <see langword="null"/> when the double has no credentials.</returns>
    protected abstract Task<ICarrierClient?> CreateClientWithWrongCredentialsAsync();

    /// <summary>Describes a shipment that the carrier accepts.</summary>
    /// <param name="key">The key to use.</param>
    /// <param name="parcels">How many parcels.</param>
    /// <returns>The request.</returns>
    protected abstract ShipmentRequest ValidShipment(OperationKey key, int parcels = 1);

    /// <summary>Says a number that the carrier does not know.</summary>
    /// <returns>A well-formed tracking number.</returns>
    protected abstract TrackingNumber UnknownTrackingNumber();

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

        Assert.NotEmpty(client.Capabilities.Labels);
        Assert.NotEmpty(client.Capabilities.RecoveryNote);
        Assert.Equal(client.Capabilities.Recovery == LostAnswerRecovery.LookUpByReference, client is IShipmentFinder);
    }

    /// <summary>A purchase gives numbers and labels.</summary>
    [Fact]
    public async Task Creates_a_shipment_with_a_number_and_a_label()
    {
        var client = await CreateClientAsync();
        var request = ValidShipment(new OperationKey("conformance-create"));

        var outcome = await client.CreateShipmentAsync(request);

        Assert.True(outcome.IsSuccess, outcome.Refusal?.Message);
        var label = Assert.Single(outcome.Value.Documents, document => document.Kind == DocumentKind.Label);
        Assert.Equal(request.Label.Format, label.Format);
        Assert.False(label.Content.IsEmpty);
        Assert.NotEmpty(Assert.Single(outcome.Value.Parcels).TrackingNumber.Value);
    }

    /// <summary>Several parcels give several numbers.</summary>
    [Fact]
    public async Task Creates_a_number_for_each_parcel()
    {
        var client = await CreateClientAsync();
        var count = Math.Min(3, client.Capabilities.MaxParcels);

        var outcome = await client.CreateShipmentAsync(ValidShipment(new OperationKey("conformance-parcels"), count));

        Assert.True(outcome.IsSuccess, outcome.Refusal?.Message);
        Assert.Equal(count, outcome.Value.Parcels.Select(parcel => parcel.TrackingNumber).Distinct().Count());
    }

    /// <summary>A new parcel can be tracked.</summary>
    [Fact]
    public async Task Tracks_what_it_created()
    {
        var client = await CreateClientAsync();
        var request = ValidShipment(new OperationKey("conformance-track"));
        var shipment = (await client.CreateShipmentAsync(request)).Value;

        var report = await client.TrackAsync(Tracking(shipment.TrackingNumber, request));

        Assert.NotNull(report);
        Assert.Equal(shipment.TrackingNumber, report.TrackingNumber);
        Assert.Equal(TrackingStatus.Created, report.Status);
        Assert.Equal(report.Events.OrderByDescending(item => item.At), report.Events);
    }

    /// <summary>An unknown number is "not found", not an error.</summary>
    [Fact]
    public async Task Knows_nothing_of_an_unknown_number()
    {
        var client = await CreateClientAsync();

        Assert.Null(await client.TrackAsync(Tracking(UnknownTrackingNumber(), ValidShipment(new OperationKey("conformance-unknown")))));
    }

    /// <summary>What is too heavy is found offline, and refused by the carrier when it is sent anyway.</summary>
    [Fact]
    public async Task Refuses_a_parcel_above_the_limit_before_and_at_the_call()
    {
        var client = await CreateClientAsync();
        var request = ValidShipment(new OperationKey("conformance-heavy"));
        var heavy = request with
        {
            Parcels = [request.Parcels[0] with { Weight = client.Capabilities.MaxParcelWeight + Weight.FromKilograms(1) }],
        };

        Assert.Contains(client.Capabilities.Check(heavy), objection => objection.Field == "Parcels[0].Weight");
        var outcome = await client.CreateShipmentAsync(heavy);
        Assert.False(outcome.IsSuccess);
        Assert.NotEmpty(outcome.Refusal.Message);
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

        var exception = await Assert.ThrowsAsync<CommerceException>(
            () => client.CreateShipmentAsync(ValidShipment(new OperationKey("conformance-credentials"))));

        Assert.Equal(CommerceErrorKind.Unauthorized, exception.Kind);
        Assert.False(exception.IsTransient);
    }

    /// <summary>Cancellation is cancellation.</summary>
    [Fact]
    public async Task Stops_when_cancelled()
    {
        var client = await CreateClientAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.CreateShipmentAsync(ValidShipment(new OperationKey("conformance-cancel")), cancelled.Token));
    }

    /// <summary>A void can be repeated, and an unknown shipment is refused.</summary>
    [Fact]
    public async Task Voids_once_and_again_without_harm()
    {
        var client = await CreateClientAsync();
        if (client is not IShipmentVoider voider)
        {
            Assert.False(client.Capabilities.Supports(CarrierFeature.Void).IsSupported);
            return;
        }

        var shipment = (await client.CreateShipmentAsync(ValidShipment(new OperationKey("conformance-void")))).Value;
        var first = await voider.VoidAsync(new VoidRequest { ShipmentId = shipment.Id });
        var second = await voider.VoidAsync(new VoidRequest { ShipmentId = shipment.Id });
        var unknown = await voider.VoidAsync(new VoidRequest { ShipmentId = new CarrierShipmentId(UnknownTrackingNumber().Value) });

        Assert.True(first.IsSuccess, first.Refusal?.Message);
        Assert.True(second.IsSuccess, second.Refusal?.Message);
        Assert.True(second.Value.WasAlreadyVoid);
        Assert.False(unknown.IsSuccess);
    }

    /// <summary>Every quote is of this account, priced, and cheapest first.</summary>
    [Fact]
    public async Task Quotes_prices_cheapest_first()
    {
        var client = await CreateClientAsync();
        if (client is not IRateProvider rates)
        {
            Assert.False(client.Capabilities.Supports(CarrierFeature.Rates).IsSupported);
            return;
        }

        var shipment = ValidShipment(new OperationKey("conformance-rates"));
        var result = await rates.GetRatesAsync(new RateRequest
        {
            Sender = shipment.Sender, Recipient = shipment.Recipient, Parcels = shipment.Parcels,
        });

        Assert.NotEmpty(result.Quotes);
        Assert.All(result.Quotes, quote =>
        {
            Assert.Equal(client.Carrier, quote.Carrier);
            Assert.Equal(client.Account, quote.Account);
            Assert.True(quote.Price.Amount > 0);
        });
        Assert.Equal(result.Quotes.OrderBy(quote => quote.Price), result.Quotes);
    }

    /// <summary>A shipment is found again by the key that bought it.</summary>
    [Fact]
    public async Task Finds_a_shipment_by_its_key()
    {
        var client = await CreateClientAsync();
        if (client is not IShipmentFinder finder)
        {
            Assert.False(client.Capabilities.Supports(CarrierFeature.FindByReference).IsSupported);
            return;
        }

        var key = new OperationKey("conformance-find");
        var shipment = (await client.CreateShipmentAsync(ValidShipment(key))).Value;

        var found = await finder.FindShipmentAsync(new FindShipmentRequest { Key = key });
        var missing = await finder.FindShipmentAsync(new FindShipmentRequest { Key = new OperationKey("conformance-nobody") });

        Assert.Equal(shipment.TrackingNumber, found?.TrackingNumber);
        Assert.Null(missing);
    }

    private static TrackingRequest Tracking(TrackingNumber number, ShipmentRequest request) => new()
    {
        TrackingNumber = number, RecipientPostalCode = request.Recipient.Address.PostalCode,
    };
}
