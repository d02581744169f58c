using Commerce.Carriers.FedEx.Wire;
using Commerce.Http;

namespace Commerce.Carriers.FedEx;

/// <summary>What surrounds shipments: pickup points, addresses, collections.</summary>
internal sealed partial class FedExCarrierClient
{
    private static readonly VendorOperation Locations = new("locations") { IsSafeToRepeat = true };
    private static readonly VendorOperation Addresses = new("address-validation") { IsSafeToRepeat = true };
    private static readonly VendorOperation BookPickup = new("pickup");
    private static readonly VendorOperation CancelPickup = new("pickup-cancel");
    private static readonly VendorOperation PickupCalendar = new("pickup-availability") { IsSafeToRepeat = true };

    public async Task<IReadOnlyList<PickupPoint>> FindPickupPointsAsync(PickupPointRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Demand(FedExChecks.OfFields(request.VendorFields), Locations);
        var answer = await SendAsync(
            HttpMethod.Post, "location/v1/locations", FedExMapping.ToLocations(request), FedExJson.Default.FedExLocationsRequest, Locations, cancellationToken)
            .ConfigureAwait(false);
        return answer.IsSuccess ? answer.Map(answer.ReadJson(FedExJson.Default.FedExLocationsAnswer), body => FedExMapping.FromLocations(body, request.MaxCount))
            : FedExErrors.IsRefusal(answer) ? []
            : throw answer.Failure();
    }

    public async Task<Outcome<AddressVerdict>> ValidateAddressAsync(Address address, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        var body = new FedExAddressRequest([new FedExPlace(FedExMapping.ToAddress(address))]);
        var answer = await SendAsync(
            HttpMethod.Post, "address/v1/addresses/resolve", body, FedExJson.Default.FedExAddressRequest, Addresses, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return answer.Error.Code == "STANDARDIZED.ADDRESS.NOTFOUND" ? Outcome.Of(new AddressVerdict(false, null, []))
                : FedExErrors.IsRefusal(answer) ? Outcome.Refused<AddressVerdict>(answer.Refusal(RefusalCode.ExternalRejected))
                : throw answer.Failure();
        }

        var parsed = answer.ReadJson(FedExJson.Default.FedExAddressAnswer);
        var verdict = answer.Map(parsed, FedExMapping.FromAddresses);
        return verdict is null
            ? Outcome.Refused<AddressVerdict>(RefusalCode.NotSupported, $"Country is {address.Country}: FedEx does not check addresses there.", nameof(Address.Country))
            : Outcome.Of(verdict);
    }

    public async Task<IReadOnlyList<PickupSlot>> FindPickupSlotsAsync(PickupRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Demand(FedExChecks.OfFields(request.VendorFields), PickupCalendar);
        var answer = await SendAsync(
            HttpMethod.Post, "pickup/v1/pickups/availabilities", FedExMapping.ToCalendar(request, Today), FedExJson.Default.FedExCalendarRequest, PickupCalendar, cancellationToken)
            .ConfigureAwait(false);
        return answer.IsSuccess ? answer.Map(answer.ReadJson(FedExJson.Default.FedExCalendarAnswer), FedExMapping.FromCalendar)
            : FedExErrors.IsRefusal(answer) ? []
            : throw answer.Failure();
    }

    public async Task<Outcome<PickupBooking>> BookPickupAsync(PickupRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if ((FedExChecks.OfFields(request.VendorFields) ?? FedExChecks.OfParty(request.From, nameof(request.From))) is { } objection)
        {
            return Outcome.Refused<PickupBooking>(objection);
        }

        if (request.TrackingNumbers.Count > 1)
        {
            return Outcome.Refused<PickupBooking>(
                RefusalCode.NotSupported, "TrackingNumbers has several: FedEx takes one with a collection.", nameof(PickupRequest.TrackingNumbers));
        }

        var answer = await SendAsync(
            HttpMethod.Post, "pickup/v1/pickups", FedExMapping.ToPickup(request, options), FedExJson.Default.FedExPickupRequest, BookPickup, cancellationToken)
            .ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return FedExErrors.IsRefusal(answer) ? Outcome.Refused<PickupBooking>(answer.Refusal(RefusalCode.ExternalRejected)) : throw answer.Failure();
        }

        return Outcome.Of(answer.Map(answer.ReadJson(FedExJson.Default.FedExPickupAnswer), body => new PickupBooking
        {
            ConfirmationNumber = FedExMapping.Needed(body.Output?.PickupConfirmationCode, "pickupConfirmationCode"),
            Date = request.Date,
            // Who comes and from where: FedEx needs both to cancel.
            Location = $"{FedExMapping.PickupCarrier(request)}/{body.Output!.Location}",
        }));
    }

    public async Task<Outcome<PickupBooking>> CancelPickupAsync(PickupBooking booking, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(booking);
        if (booking.Location?.Split('/') is not [("FDXE" or "FDXG") and var carrier, var location])
        {
            return Outcome.Refused<PickupBooking>(
                RefusalCode.Validation, "Location is not the one of the booking, such as FDXE/COSA: FedEx needs it to cancel.", nameof(PickupBooking.Location));
        }

        var body = new FedExPickupCancelRequest(
            new FedExAccount(options.AccountNumber), booking.ConfirmationNumber, carrier, FedExMapping.Day(booking.Date), location.Length == 0 ? null : location);
        var answer = await SendAsync(
            HttpMethod.Put, "pickup/v1/pickups/cancel", body, FedExJson.Default.FedExPickupCancelRequest, CancelPickup, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            return FedExErrors.IsRefusal(answer) || answer.Status == 404
                ? Outcome.Refused<PickupBooking>(answer.Refusal(RefusalCode.NotFound, nameof(PickupBooking.ConfirmationNumber)))
                : throw answer.Failure();
        }

        _ = answer.ReadJson(FedExJson.Default.FedExPickupAnswer).Output?.PickupConfirmationCode ?? throw answer.Malformed("the confirmation code is missing");
        return Outcome.Of(booking);
    }
}
