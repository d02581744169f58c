using Commerce.VendorContracts.Examples;

namespace Commerce.VendorContracts.Ups;

public sealed partial class UpsExampleTests
{
    private static Waiver[] OfTransit =>
    [
        new("emsResponse.billType", "What was asked for."),
        new("emsResponse.destinationCountryCode", "What was asked for."),
        new("emsResponse.destinationCountryName", "What was asked for."),
        new("emsResponse.originCountryCode", "What was asked for."),
        new("emsResponse.originCountryName", "What was asked for."),
        new("emsResponse.residentialIndicator", "What was asked for."),
        new("emsResponse.serviceLevel", "That all levels were asked for."),
        new("emsResponse.shipDate", "The day that was asked for."),
        new("emsResponse.shipTime", "UPS's usual hour of hand-over."),
        new("emsResponse.numberOfServices", "The list says it."),
        new("emsResponse.guaranteeSuspended", "Each service says whether it is guaranteed."),
        new("emsResponse.services.serviceLevel", "Read where the name is not that of a service; here it is."),
        new("emsResponse.services.commitTime", "The hour of delivery says it."),
        new("emsResponse.services.cstccutoffTime", "When UPS's call center closes."),
        new("emsResponse.services.delayCount", "Counted in the business days."),
        new("emsResponse.services.holidayCount", "Counted in the day of delivery."),
        new("emsResponse.services.restDaysCount", "Counted in the day of delivery."),
        new("emsResponse.services.totalTransitDays", "The result counts business days."),
        new("emsResponse.services.deliveryDayOfWeek", "Follows from the day of delivery."),
        new("emsResponse.services.nextDayPickupIndicator", "Of UPS's usual hour of hand-over."),
        new("emsResponse.services.saturdayPickupIndicator", "Of UPS's usual hour of hand-over."),
        new("emsResponse.services.pickupDate", "The day that was asked for."),
        new("emsResponse.services.pickupTime", "UPS's usual hour of hand-over."),
        new("emsResponse.services.shipDate", "The day that was asked for."),
        new("validationList.**", "Read where there are no times."),
    ];

    private static Waiver[] OfPoints =>
    [
        new("LocatorResponse.Response.**", "Read where there are no points; an error is told whatever the status."),
        new("LocatorResponse.SearchResults.DropLocation.LocationID", "Not to be shown: a parcel is addressed by the public id."),
        new("LocatorResponse.SearchResults.DropLocation.PhoneNumber", "The result has no member for it."),
        new("LocatorResponse.SearchResults.DropLocation.AccessPointInformation.AccessPointStatus.Description", "The code says it."),
        new("LocatorResponse.SearchResults.DropLocation.Distance.UnitOfMeasurement.Code", "Kilometers were asked for; miles are read where UPS sends them."),
        new("LocatorResponse.SearchResults.DropLocation.OperatingHours.StandardHours.DayOfWeek.ClosedIndicator", "Its presence is read, whatever it holds."),
    ];

    private static Waiver[] OfAddresses =>
    [
        .. Every,
        new("XAVResponse.AddressClassification.Description", "The code says it."),
        new("XAVResponse.ValidAddressIndicator", "Its presence is read, whatever it holds."),
    ];

    private static Waiver[] OfCollections =>
    [
        .. Every,
        new("PickupCreationResponse.RateStatus.**", "A price is there or is not."),
        new("PickupCreationResponse.RateResult.RateType", "How UPS came to the price."),
        new("PickupCreationResponse.RateResult.ChargeDetail.**", "Parts of the price; a booking has the whole."),
    ];

    private static Waiver[] OfCancellations => [.. OfUploads, new("PickupCancelResponse.PickupType", "What kind of collection it was.")];

    private static Waiver[] OfUploads => [.. Every.Where(waiver => !waiver.Path.Contains("TransactionReference", StringComparison.Ordinal))];
}
