using Commerce.VendorContracts.Examples;

namespace Commerce.VendorContracts.Ups;

/// <summary>What is left out of UPS's examples, and why.</summary>
public sealed partial class UpsExampleTests
{
    /// <summary>The examples that no test here reads, and why.</summary>
    private static readonly Dictionary<string, string> Unread = new()
    {
        ["addressValidation.request.json"] = "A request: ours are compared with snapshots and checked against the contract.",
        ["labelRecovery.request.json"] = "A request: ours are compared with snapshots and checked against the contract.",
        ["landedCost.request.json"] = "A request of an operation that is not part of a carrier here: duties are not quoted.",
        ["locator.request.json"] = "A request: ours are compared with snapshots and checked against the contract.",
        ["paperless.image.request.json"] = "A request: ours are compared with snapshots and checked against the contract.",
        ["paperless.upload.request.json"] = "A request: ours are compared with snapshots and checked against the contract.",
        ["pickupCreation.request.json"] = "A request: ours are compared with snapshots and checked against the contract.",
        ["pickupRate.request.json"] = "A request of an operation that is not needed: a booking tells its price.",
        ["rate.international.request.json"] = "A request: ours are compared with snapshots and checked against the contract.",
        ["rate.multiPiece.request.json"] = "A request: ours are compared with snapshots and checked against the contract.",
        ["rate.negotiated.request.json"] = "A request: ours are compared with snapshots and checked against the contract.",
        ["rate.timeInTransit.request.json"] = "A request: ours are compared with snapshots and checked against the contract.",
        ["ship.accessPoint.request.json"] = "A request: ours are compared with snapshots and checked against the contract.",
        ["ship.internationalForms.request.json"] = "A request: ours are compared with snapshots and checked against the contract.",
        ["ship.multiPiece.request.json"] = "A request: ours are compared with snapshots and checked against the contract.",
        ["ship.standard.request.json"] = "A request: ours are compared with snapshots and checked against the contract.",
        ["timeInTransit.request.json"] = "A request: ours are compared with snapshots and checked against the contract.",
    };

    /// <summary>The members of <c>other-responses.json</c> that no test here reads, and why.</summary>
    private static readonly Dictionary<string, string> UnreadOthers = new()
    {
        ["comment"] = "Says where the file is from.",
        ["pickupRate"] = "Not asked for: a booking tells its price.",
        ["trackByReference"] = "Holds no answer: it points at track.response.json.",
    };

    /// <summary>The members of <c>other-responses.json</c> that are read.</summary>
    private static readonly List<string> ReadOthers =
        ["addressValidation", "labelRecovery", "locatorAccessPoints", "paperlessDelete", "paperlessImage", "timeInTransit"];

    private static readonly List<string> Read =
    [
        "error.json", "other-responses.json", "paperless.upload.response.json", "pickupCancel.response.json", "pickupCreation.response.json", "rate.response.json", "ship.response.json", "token.response.json", "track.authError.json",
        "track.invalidTrackingNumber.json", "track.response.json", "track.trackingNumberNotFound.json", "void.response.json",
    ];

    private static readonly Waiver[] Every =
    [
        new("**.Response.ResponseStatus.**", "The HTTP status says it; a failure has a code of its own."),
        new("**.Response.TransactionReference.**", "Our own words and UPS's number of the call, for its support."),
    ];

    private static readonly Waiver[] OfRates =
    [
        .. Every,
        Rated("Disclaimer.**", "Legal words, the same for every price."),
        Rated("Zone", "UPS's zone of the lane."),
        Rated("RatingMethod", "How UPS came to the price."),
        Rated("BillableWeightCalculationMethod", "How UPS came to the price."),
        Rated("BillingWeight.**", "The weight that UPS counts; the result has the price."),
        Rated("TransportationCharges.**", "Base and itemized charges together: a sum of parts."),
        Rated("BaseServiceCharge.**", "What is left of the price without its surcharges."),
        Rated("TaxCharges.**", "The difference of the prices with and without tax."),
        Rated("RatedPackage.**", "Prices of single parcels; the result prices the shipment, and these are parts of its charges."),
        Rated("Service.Description", "UPS sends it empty in Rating; the name comes with the times."),
        Rated("GuaranteedDelivery.**", "That it is there is read, and its days where no times come; otherwise the times say it."),
        Rated("TimeInTransit.PickupDate", "The day that was asked for."),
        Rated("TimeInTransit.PackageBillType", "What was asked for."),
        Rated("TimeInTransit.AutoDutyCode", "Whether the declaration is made by UPS, which the shipment decides."),
        Rated("TimeInTransit.Disclaimer", "Legal words, the same for every price."),
        Rated("TimeInTransit.ServiceSummary.EstimatedArrival.Pickup.**", "The day that was asked for, and UPS's usual hour."),
        Rated("TimeInTransit.ServiceSummary.EstimatedArrival.DayOfWeek", "Follows from the date of arrival."),
        Rated("TimeInTransit.ServiceSummary.EstimatedArrival.CustomerCenterCutoff", "When UPS's call center closes."),
        Rated("TimeInTransit.ServiceSummary.EstimatedArrival.TotalTransitDays", "The result counts business days."),
        Rated("TimeInTransit.ServiceSummary.GuaranteedIndicator", "Its presence is read, whatever it holds."),
        Rated("TimeInTransit.ServiceSummary.SaturdayDelivery", "Whether Saturday would cost more; the option is asked for, and then in the price."),
    ];

    private static readonly Waiver[] OfShipments =
    [
        .. Every,
        Shipped("Disclaimer.**", "Legal words, the same for every shipment."),
        Shipped("RatingMethod", "How UPS came to the price."),
        Shipped("BillableWeightCalculationMethod", "How UPS came to the price."),
        Shipped("BillingWeight.**", "The weight that UPS counts; the result has the price."),
        Shipped("ShipmentCharges.BaseServiceCharge.**", "A part of the price; a shipment's result has the whole."),
        Shipped("ShipmentCharges.TransportationCharges.**", "A part of the price; a shipment's result has the whole."),
        Shipped("ShipmentCharges.ItemizedCharges.**", "A part of the price; a shipment's result has the whole."),
        Shipped("ShipmentCharges.ServiceOptionsCharges.**", "A part of the price; a shipment's result has the whole."),
        Shipped("ShipmentCharges.TaxCharges.**", "A shipment's result has the price without tax only."),
        Shipped("ShipmentCharges.TotalChargesWithTaxes.**", "A shipment's result has the price without tax only."),
        Shipped("PackageResults.ServiceOptionsCharges.**", "A part of the price; a shipment's result has the whole."),
        Shipped("PackageResults.ShippingLabel.ImageFormat.Description", "The code says it."),
        Shipped("PackageResults.ShippingLabel.HTMLImage", "A page around the same image."),
    ];

    private static readonly Waiver[] OfParcels =
    [
        new("trackResponse.shipment.inquiryNumber", "What was asked for."),
        new("trackResponse.shipment.userRelation", "A matter of consumers' UPS accounts."),
        new("trackResponse.shipment.warnings.**", "Told beside parcels only; without one there is no report."),
        Tracked("accessPointInformation.**", "How long an access point keeps the parcel: the report has no member for it."),
        Tracked("activity.location.address.addressLine1", "The event has the town."),
        Tracked("activity.location.address.addressLine2", "The event has the town."),
        Tracked("activity.location.address.addressLine3", "The event has the town."),
        Tracked("activity.location.address.country", "The same as the country's code."),
        Tracked("activity.location.address.postalCode", "The event has the town."),
        Tracked("activity.location.address.stateProvince", "The event has the town."),
        Tracked("activity.location.slic", "UPS's number of the site."),
        Tracked("activity.status.code", "The event has the finer code of three digits."),
        Tracked("activity.status.simplifiedTextDescription", "The description says more."),
        Tracked("activity.status.type", "Read where the finer code is unknown."),
        Tracked("additionalAttributes", "About sensors."),
        Tracked("additionalServices", "What was bought."),
        Tracked("deliveryInformation.**", "A proof is asked for by its own call."),
        Tracked("deliveryTime.startTime", "The report has the latest hour."),
        Tracked("deliveryTime.type", "Any promised hour counts, whatever kind of promise."),
        Tracked("milestones.**", "Not asked for; the events say the same."),
        Tracked("packageAddress.**", "The addresses of the shipment, known since it was bought."),
        Tracked("packageCount", "Decides how many pages a search asks for; tracking asks for one parcel."),
        Tracked("paymentInformation.**", "Cash on delivery is not sold: see the capabilities."),
        Tracked("referenceNumber.**", "Our own words."),
        Tracked("service.**", "What was bought."),
        Tracked("statusCode", "Undocumented beside currentStatus."),
        Tracked("statusDescription", "Undocumented beside currentStatus."),
        Tracked("suppressionIndicators", "For pages of UPS."),
        Tracked("weight.**", "What was sent."),
    ];

    private static readonly Waiver CurrentStatus = Tracked("currentStatus.**", "The newest event has it; read where there is no event.");

    private static Waiver Rated(string path, string reason) => new("RateResponse.RatedShipment." + path, reason);

    private static Waiver Shipped(string path, string reason) => new("ShipmentResponse.ShipmentResults." + path, reason);

    private static Waiver Tracked(string path, string reason) => new("trackResponse.shipment.package." + path, reason);
}
