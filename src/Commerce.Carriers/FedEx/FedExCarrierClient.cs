using System.Text.Json.Serialization.Metadata;
using Commerce.Carriers.FedEx.Wire;
using Commerce.Http;

namespace Commerce.Carriers.FedEx;

/// <summary>Talks to FedEx's REST APIs, version 1.</summary>
internal sealed partial class FedExCarrierClient(VendorChannel channel, FedExCarrierOptions options) :
    ICarrierClient, IRateProvider, ITransitTimeProvider, IReturnLabelClient, IShipmentValidator, IShipmentVoider, IShipmentFinder,
    IProofOfDeliveryProvider, IPickupPointDirectory, IPickupScheduler, IPickupCanceller, IPickupCalendar, IAddressValidator,
    ITradeDocumentClient, IManifestClient, IManifestReprinter
{
    private static readonly VendorOperation Ship = new("ship");
    private static readonly VendorOperation Validate = new("ship-validate") { IsSafeToRepeat = true };
    private static readonly VendorOperation Rate = new("rate") { IsSafeToRepeat = true };
    private static readonly VendorOperation Transit = new("transit-times") { IsSafeToRepeat = true };

    public CarrierCode Carrier => CarrierCode.FedEx;

    public string Account => channel.Account;

    public CarrierCapabilities Capabilities => FedExCapabilities.Value;

    private DateOnly Today => DateOnly.FromDateTime(channel.Clock.GetUtcNow().UtcDateTime);

    public Task<Outcome<Shipment>> CreateShipmentAsync(ShipmentRequest request, CancellationToken cancellationToken = default) =>
        BuyAsync(request, isReturn: false, cancellationToken);

    public Task<Outcome<Shipment>> CreateReturnAsync(ShipmentRequest request, CancellationToken cancellationToken = default) =>
        BuyAsync(request, isReturn: true, cancellationToken);

    public async Task<IReadOnlyList<Refusal>> ValidateShipmentAsync(ShipmentRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (FedExChecks.Find(request) is { } objection)
        {
            return [objection];
        }

        var refusals = new List<Refusal>();
        foreach (var parcel in request.Parcels)
        {
            var body = new FedExValidateRequest(
                new FedExAccount(options.AccountNumber), FedExMapping.ToShipment(request with { Parcels = [parcel] }, options, isReturn: false));
            var answer = await SendAsync(
                HttpMethod.Post, "ship/v1/shipments/packages/validate", body, FedExJson.Default.FedExValidateRequest, Validate, cancellationToken).ConfigureAwait(false);
            if (answer.IsSuccess)
            {
                _ = answer.ReadJson(FedExJson.Default.FedExValidateAnswer).Output ?? throw answer.Malformed("the output is missing");
            }
            else
            {
                refusals.Add(FedExErrors.IsRefusal(answer) ? answer.Refusal(RefusalCode.ExternalRejected) : throw answer.Failure());
            }
        }

        return refusals;
    }

    public async Task<RateResult> GetRatesAsync(RateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (FedExChecks.Find(request) is { } objection)
        {
            return new RateResult([], [new CarrierMessage(CarrierCode.FedEx, objection.Message, null, request.Service)]);
        }

        var answer = await SendAsync(
            HttpMethod.Post, "rate/v1/rates/quotes", FedExMapping.ToRate(request, options), FedExJson.Default.FedExRateRequest, Rate, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            // FedEx answers with an error when no service runs on the lane: that is an empty list with a reason.
            return FedExErrors.IsRefusal(answer)
                ? new RateResult([], [new CarrierMessage(CarrierCode.FedEx, answer.Refusal(RefusalCode.ExternalRejected).Message, answer.Error.Code)])
                : throw answer.Failure();
        }

        return answer.Map(answer.ReadJson(FedExJson.Default.FedExRateAnswer), body => FedExMapping.FromRate(body, Account, options.UseAccountRates));
    }

    public async Task<IReadOnlyList<TransitTime>> GetTransitTimesAsync(RateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Demand(FedExChecks.Find(request), Transit);
        var answer = await SendAsync(
            HttpMethod.Post, "availability/v1/transittimes", FedExMapping.ToTransit(request, options), FedExJson.Default.FedExTransitRequest, Transit, cancellationToken)
            .ConfigureAwait(false);
        return answer.IsSuccess ? answer.Map(answer.ReadJson(FedExJson.Default.FedExTransitAnswer), FedExMapping.FromTransit)
            : FedExErrors.IsRefusal(answer) ? []
            : throw answer.Failure();
    }

    // For answers that have no place for a refusal.
    private static void Demand(Refusal? objection, VendorOperation operation)
    {
        if (objection is not null)
        {
            throw new CommerceException(CommerceErrorKind.Invalid, $"fedex {operation.Name}: {objection.Message}")
            {
                Vendor = "fedex", Operation = operation.Name, Field = objection.Field, WasNeverSent = true,
            };
        }
    }

    private async Task<Outcome<Shipment>> BuyAsync(ShipmentRequest request, bool isReturn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (FedExChecks.Find(request) is { } objection)
        {
            return Outcome.Refused<Shipment>(objection);
        }

        var answer = await SendAsync(
            HttpMethod.Post, "ship/v1/shipments", FedExMapping.ToShip(request, options, isReturn), FedExJson.Default.FedExShipRequest, Ship, cancellationToken)
            .ConfigureAwait(false);
        return answer.IsSuccess ? Outcome.Of(answer.Map(answer.ReadJson(FedExJson.Default.FedExShipAnswer), body => FedExMapping.FromShip(body, isReturn)))
            : FedExErrors.IsRefusal(answer) ? Outcome.Refused<Shipment>(answer.Refusal(RefusalCode.ExternalRejected))
            : throw answer.Failure();
    }

    private Task<VendorAnswer> SendAsync<T>(
        HttpMethod method, string address, T body, JsonTypeInfo<T> type, VendorOperation operation, CancellationToken cancellationToken, string locale = "en_US")
    {
        var message = Named(VendorJson.Request(method, address, body, type));
        message.Headers.TryAddWithoutValidation("x-locale", locale);
        return channel.SendAsync(message, operation, cancellationToken);
    }

    private HttpRequestMessage Named(HttpRequestMessage message)
    {
        // FedEx only echoes it: useful to its support, no protection against a second purchase.
        message.Headers.TryAddWithoutValidation("x-customer-transaction-id", Guid.CreateVersion7(channel.Clock.GetUtcNow()).ToString("N"));
        return message;
    }
}
