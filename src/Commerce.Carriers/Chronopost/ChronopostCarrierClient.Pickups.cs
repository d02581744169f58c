using Commerce.Http;

namespace Commerce.Carriers.Chronopost;

internal sealed partial class ChronopostCarrierClient
{
    private const string DuplicateReference = "25";
    private static readonly VendorOperation Book = new("pickup");
    private static readonly VendorOperation CancelBooking = new("cancel-pickup") { IsSafeToRepeat = true };
    private static readonly VendorOperation Proof = new("proof") { IsSafeToRepeat = true };
    private static readonly VendorOperation DeliveryTime = new("delivery-time") { IsSafeToRepeat = true };

    public async Task<Outcome<PickupBooking>> BookPickupAsync(PickupRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.From.Address.Country != CountryCode.France)
        {
            return Outcome.Refused<PickupBooking>(new Refusal(
                RefusalCode.NotSupported, $"From.Address.Country is {request.From.Address.Country}: Chronopost collects in France.") { Field = "From.Address.Country" });
        }

        var (answer, result) = await CallAsync(ChronopostRequests.BookPickup(request, options), Book, cancellationToken).ConfigureAwait(false);
        return answer.Error.Code switch
        {
            ChronopostErrors.Done => Outcome.Of(answer.Map(result, body => ChronopostMapping.FromBooking(body, request.Date))),
            DuplicateReference => Outcome.Refused<PickupBooking>(answer.Refusal(RefusalCode.Duplicate, nameof(request.Key))),
            _ => ChronopostErrors.ShippingFailure(answer.Error) is { } kind
                ? throw answer.Failure(kind)
                : Outcome.Refused<PickupBooking>(answer.Refusal(RefusalCode.ExternalRejected)),
        };
    }

    public async Task<Outcome<PickupBooking>> CancelPickupAsync(PickupBooking booking, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(booking);
        var (answer, _) = await CallAsync(ChronopostRequests.CancelPickup(booking, options), CancelBooking, cancellationToken).ConfigureAwait(false);
        if (answer.Error.Code == ChronopostErrors.Done)
        {
            return Outcome.Of(booking);
        }

        return ChronopostErrors.ShippingFailure(answer.Error) is { } kind
            ? throw answer.Failure(kind)
            : Outcome.Refused<PickupBooking>(answer.Refusal(RefusalCode.ExternalRejected, nameof(booking.ConfirmationNumber)));
    }

    public async Task<Outcome<ShippingDocument>> GetProofOfDeliveryAsync(TrackingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (answer, result) = await CallAsync(ChronopostRequests.Proof(request.TrackingNumber, options), Proof, cancellationToken).ConfigureAwait(false);
        return answer.Error.Code switch
        {
            "1" => throw answer.Failure(CommerceErrorKind.Unavailable),
            ChronopostErrors.Done when answer.Map(result, body => ChronopostMapping.FromProof(body, request.TrackingNumber)) is { } proof => Outcome.Of(proof),
            ChronopostErrors.Done => Outcome.Refused<ShippingDocument>(new Refusal(
                RefusalCode.NotFound, $"There is no proof of delivery of {request.TrackingNumber} yet: ask again after the delivery.")),
            _ => Outcome.Refused<ShippingDocument>(answer.Refusal(RefusalCode.NotFound, nameof(request.TrackingNumber))),
        };
    }

    public async Task<IReadOnlyList<TransitTime>> GetTransitTimesAsync(RateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (origin, destination) = (request.Sender.Address.Country, request.Recipient.Address.Country);
        var services = request.Service is { } service
            ? [service]
            : Capabilities.Services.Where(known => known.Lane(origin, destination).IsSupported && !ChronopostProducts.IsReturn(known.Service)).Select(static known => known.Service);
        var times = new List<TransitTime>();
        foreach (var asked in services)
        {
            var (answer, result) = await CallAsync(
                ChronopostRequests.DeliveryTime(request, asked, channel.Clock.GetUtcNow()), DeliveryTime, cancellationToken).ConfigureAwait(false);
            if (answer.Error.Code == ChronopostErrors.Done)
            {
                times.Add(answer.Map(result, body => ChronopostMapping.FromDeliveryTime(body, asked)));
            }
            else if (ChronopostErrors.RateFailure(answer.Error) is { } kind)
            {
                throw answer.Failure(kind);
            }
        }

        return times;
    }
}
