using Commerce.Carriers.Ups.Wire;
using Commerce.Http;

namespace Commerce.Carriers.Ups;

internal sealed partial class UpsCarrierClient
{
    private const string PickupVersion = "v2409";
    private static readonly VendorOperation Transit = new("transit-times") { IsSafeToRepeat = true };
    private static readonly VendorOperation Locate = new("locate") { IsSafeToRepeat = true };
    private static readonly VendorOperation Validate = new("validate-address") { IsSafeToRepeat = true };
    private static readonly VendorOperation Book = new("pickup");
    private static readonly VendorOperation CancelBooking = new("cancel-pickup") { IsSafeToRepeat = true };
    private static readonly VendorOperation Proof = new("proof");

    public async Task<IReadOnlyList<TransitTime>> GetTransitTimesAsync(RateRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var today = DateOnly.FromDateTime(channel.Clock.GetUtcNow().UtcDateTime);
        var message = Named(VendorJson.Request(
            HttpMethod.Post, "api/shipments/v1/transittimes", UpsMapping.ToTransit(request, today), UpsTrackJson.Default.UpsTransitRequest));

        var answer = await channel.SendAsync(message, Transit, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            throw answer.Failure();
        }

        var times = answer.Map(answer.ReadJson(UpsTrackJson.Default.UpsTransitAnswer), UpsMapping.FromTransit);
        return request.Service is { } service ? [.. times.Where(time => time.Service == service)] : times;
    }

    public async Task<IReadOnlyList<PickupPoint>> FindPickupPointsAsync(PickupPointRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var message = Named(VendorJson.Request(
            HttpMethod.Post, $"api/locations/v3/search/availabilities/{UpsMapping.AccessPoints}", UpsMapping.ToLocator(request), UpsJson.Default.UpsLocatorEnvelope));

        var answer = await channel.SendAsync(message, Locate, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            throw answer.Failure();
        }

        // A search that failed is told in an answer of 200: it is not the same as a place without points.
        var found = answer.ReadJson(UpsJson.Default.UpsLocatorAnswer);
        return found.LocatorResponse?.Response?.Error is [var error, ..]
            ? throw answer.Malformed($"the search failed with UPS's error {error.ErrorCode}")
            : [.. answer.Map(found, UpsMapping.FromLocator).Take(request.MaxCount)];
    }

    public async Task<Outcome<AddressVerdict>> ValidateAddressAsync(Address address, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.Country.Value is not ("US" or "PR"))
        {
            return Outcome.Refused<AddressVerdict>(new Refusal(
                RefusalCode.NotSupported, $"Country is {address.Country}: UPS checks addresses in the United States and Puerto Rico.") { Field = nameof(address.Country) });
        }

        // 3 validates and classifies.
        var message = Named(VendorJson.Request(HttpMethod.Post, "api/addressvalidation/v2/3", UpsMapping.ToValidation(address), UpsJson.Default.UpsAddressEnvelope));
        var answer = await channel.SendAsync(message, Validate, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccess
            ? Outcome.Of(answer.Map(answer.ReadJson(UpsJson.Default.UpsAddressAnswer), UpsMapping.FromValidation))
            : throw answer.Failure();
    }

    public async Task<Outcome<PickupBooking>> BookPickupAsync(PickupRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.From.Contact.Phone is null)
        {
            return Outcome.Refused<PickupBooking>(new Refusal(
                RefusalCode.Validation, "From.Contact.Phone is missing: UPS calls the place of the collection.") { Field = "From.Contact.Phone" });
        }

        var message = Named(VendorJson.Request(
            HttpMethod.Post, $"api/pickupcreation/{PickupVersion}/pickup", UpsMapping.ToPickup(request, options), UpsJson.Default.UpsPickupEnvelope));
        var answer = await channel.SendAsync(message, Book, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccess)
        {
            return Outcome.Of(answer.Map(answer.ReadJson(UpsJson.Default.UpsPickupAnswer), body => UpsMapping.FromPickup(body, request.Date)));
        }

        return UpsErrors.IsPickupRefusal(answer) ? Outcome.Refused<PickupBooking>(answer.Refusal(RefusalCode.ExternalRejected)) : throw answer.Failure();
    }

    public async Task<Outcome<PickupBooking>> CancelPickupAsync(PickupBooking booking, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(booking);

        // 02 cancels by the number of the booking, which goes into a header.
        var message = Named(new HttpRequestMessage(HttpMethod.Delete, $"api/shipments/{PickupVersion}/pickup/02"));
        message.Headers.TryAddWithoutValidation("Prn", booking.ConfirmationNumber);
        var answer = await channel.SendAsync(message, CancelBooking, cancellationToken).ConfigureAwait(false);
        if (answer.IsSuccess)
        {
            return answer.ReadJson(UpsJson.Default.UpsPickupCancelAnswer).PickupCancelResponse?.Response?.ResponseStatus?.Code == UpsMapping.Done
                ? Outcome.Of(booking)
                : throw answer.Malformed("the status of the cancellation is missing or not 1");
        }

        return UpsErrors.IsPickupRefusal(answer)
            ? Outcome.Refused<PickupBooking>(answer.Refusal(RefusalCode.ExternalRejected, nameof(booking.ConfirmationNumber)))
            : throw answer.Failure();
    }

    public async Task<Outcome<ShippingDocument>> GetProofOfDeliveryAsync(TrackingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var message = Named(new HttpRequestMessage(
            HttpMethod.Get, $"api/track/v1/details/{Uri.EscapeDataString(request.TrackingNumber.Value)}?locale=en_US&returnPOD=true"));
        var answer = await channel.SendAsync(message, Proof, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess && answer.Status != 404)
        {
            throw answer.Failure();
        }

        var proof = answer.IsSuccess ? answer.Map(answer.ReadJson(UpsTrackJson.Default.UpsTrackAnswer), body => UpsMapping.ProofIn(body, request.TrackingNumber)) : null;
        return proof is null
            ? Outcome.Refused<ShippingDocument>(new Refusal(
                RefusalCode.NotFound, $"There is no proof of delivery of {request.TrackingNumber}: the parcel is not delivered, not known, or not of this account."))
            : Outcome.Of(proof);
    }
}
