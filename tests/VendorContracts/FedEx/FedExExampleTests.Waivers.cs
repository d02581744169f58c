using Commerce.VendorContracts.Examples;

namespace Commerce.VendorContracts.FedEx;

/// <summary>What is left out of FedEx's answers, and why.</summary>
public sealed partial class FedExExampleTests
{
    private static readonly string[] Read =
    [
        "cancel.response.json", "error.json", "etd.upload.response.json", "locations.response.json", "other-operations.json", "pickup.cancel.response.json",
        "pickup.create.response.json", "rate.response.json", "ship.response.json", "token.response.json", "track.response.json",
        "trackingdocuments.response.json", "transittimes.response.json",
    ];

    private static readonly Waiver[] Unread =
    [
        .. new[]
        {
            "address", "cancel", "locations", "packageandserviceoptions", "pickup.cancel", "pickup.create", "rate", "referencenumbers", "results", "ship.domestic",
            "ship.holdAtLocation", "ship.international", "ship.multiPiece", "ship.return", "track", "trackingdocuments", "transittimes",
        }.Select(name => new Waiver(name + ".request.json", "A request: ours are held against the OpenAPI contract.")),
        new("packageandserviceoptions.response.json", "Which services run is told by rates and transit times."),
    ];

    private static readonly string[] ReadOthers = ["addressResolve", "endOfDay", "pickupAvailability", "referencenumbers", "validate"];

    private static readonly Waiver[] UnreadOthers =
    [
        new("results", "Of asynchronous purchases; ours are synchronous."),
        new("associatedshipments", "The parcels of a shipment are known from the purchase, or found by reference."),
        new("notifications", "Notifications are asked for with the shipment."),
        new("specialserviceoptions", "Which options run is declared in Capabilities."),
        new("postalValidate", "The whole address is validated."),
        new("cancelTag", "Call tags are not covered."),
    ];

    private static Waiver[] Transaction => [new("transactionId", "Names the call for FedEx's support; the raw answer keeps it.")];
    private static Waiver[] Envelope => [.. Transaction, new("customerTransactionId", "What was sent.")];

    private static readonly Waiver[] OfRates =
    [
        .. Transaction,
        new("output.alerts.alertType", "A note or a warning; the words say it."),
        new("output.encoded", "FedEx's own."),
        new("output.quoteDate", "The day of the call."),
        .. OfReply("What was asked for.", "packagingType", "signatureOptionType", "commit.saturdayDelivery"),
        .. OfReply("Where FedEx's own stations are.", "commit.derivedDestinationDetail.**", "commit.derivedOriginDetail.**", "deliveryStation"),
        .. OfReply("The short form of the message.", "commit.label"),
        .. OfReply("FedEx's own routing.", "operationalDetail.**"),
        .. OfReply("Other forms of the service's name.", "serviceDescription.**"),
        .. OfReply("Prices are those of the shipment.", "ratedShipmentDetails.ratedPackages.**"),
        .. OfReply("How FedEx reckons.", "ratedShipmentDetails.ratedWeightMethod", "ratedShipmentDetails.totalBaseCharge", "ratedShipmentDetails.totalDiscounts"),
        .. OfRate("How FedEx reckons.", "dimDivisor", "dimDivisorType", "fuelSurchargePercent", "pricingCode", "rateScale", "rateZone", "totalBillingWeight.**", "totalRateScaleWeight.**"),
        .. OfRate("Read where the shipment's price lacks it.", "currency"),
        .. OfRate("The code says it.", "surCharges.description", "surCharges.level"),
        .. OfRate("The difference of the prices with and without tax.", "taxes.**"),
        .. OfRate("What is left of the price without its surcharges.", "totalFreightDiscount", "totalSurcharges"),
    ];

    private static readonly Waiver[] OfTransitTimes =
    [
        .. Transaction,
        new("output.encoded", "FedEx's own."),
        .. OfTransit("A time of hand-over has no place in the contract of transit times.", "commit.cutOffTime"),
        .. OfTransit("The day says it.", "commit.dateDetail.dayOfWeek"),
        .. OfTransit("Words have no place in the contract of transit times.", "commit.commitMessageDetails"),
        .. OfTransit("TWO_DAYS: the check changes the second word, which says nothing.", "commit.transitDays.minimumTransitTime"),
    ];

    private static readonly Waiver[] OfShipments =
    [
        .. Envelope,
        new("output.jobId", "Of asynchronous purchases; ours are synchronous."),
        .. OfShipment("The master tracking number is said before.", "completedShipmentDetail.masterTrackingId.**", "pieceResponses.masterTrackingNumber"),
        .. OfShipment("Other forms of the service's name.", "completedShipmentDetail.serviceDescription.**"),
        .. OfShipment("FedEx's own.", "completedShipmentDetail.carrierCode", "completedShipmentDetail.usDomestic", "serviceCategory"),
        .. OfShipment("What was asked for.", "serviceName", "serviceType", "shipDatestamp", "pieceResponses.customerReferences.**"),
        .. OfShipment("FedEx's own.", "pieceResponses.acceptanceTrackingNumber", "pieceResponses.acceptanceType", "pieceResponses.serviceCategory"),
        .. OfShipment("FedEx's own.", "pieceResponses.trackingIdType", "pieceResponses.transactionDetails.**"),
        .. OfShipment("An amount without a currency.", "pieceResponses.additionalChargesDiscount", "pieceResponses.baseRateAmount", "pieceResponses.codcollectionAmount"),
        .. OfShipment("An amount without a currency.", "pieceResponses.listCustomerTotalCharge", "pieceResponses.netChargeAmount", "pieceResponses.netDiscountAmount", "pieceResponses.netListRateAmount"),
        .. OfShipment("Tracking tells it.", "pieceResponses.deliveryTimestamp"),
        .. OfShipment("The order of the parcels; here is one.", "pieceResponses.packageSequenceNumber"),
        .. OfShipment("FedEx documents no parcel that failed within a success.", "pieceResponses.successful"),
        .. OfShipment("The parcel says it.", "pieceResponses.packageDocuments.trackingNumber"),
        .. OfShipment("How to print; the content comes along.", "pieceResponses.packageDocuments.contentKey", "pieceResponses.packageDocuments.copiesToPrint", "pieceResponses.packageDocuments.url"),
        .. OfShipment("How to print; the content comes along.", "shipmentDocuments.contentKey", "shipmentDocuments.copiesToPrint", "shipmentDocuments.url"),
        .. OfAdvice("The text says it.", "advisory.localizedText", "advisory.parameters.**", "categories", "commodityIndex", "derivedHarmonizedCode", "source", "status", "type"),
        .. OfAdvice("How to be allowed after all: the text says it.", "waiver.**"),
    ];

    private static readonly Waiver[] OfVoids =
    [
        .. Envelope,
        new("output.alerts.**", "A confirmation has no place for words."),
        new("output.cancelledHistory", "Of the list in FedEx's own software."),
        new("output.successMessage", "cancelledShipment decides."),
    ];

    private static readonly Waiver[] OfProofs =
    [
        .. Transaction,
        new("output.alerts.**", "A document has no place for words."),
        new("output.documentType", "What was asked for."),
        new("output.localization.**", "What was asked for."),
    ];

    private static readonly Waiver[] OfPickups = [.. Transaction, new("output.message", "A booking has no place for words.")];

    private static readonly Waiver[] OfCancelledPickups =
    [
        .. Transaction,
        new("output.pickupConfirmationCode", "The number that was asked for."),
        new("output.cancelConfirmationMessage", "An answer of 200 with the number is a confirmation."),
    ];

    private static readonly Waiver[] OfSlots =
    [
        .. Transaction,
        new("output.options.accessTime.**", "How long FedEx needs: its own cut-off says it."),
        new("output.options.carrier", "Who was asked for."),
        new("output.options.scheduleDay", "The day says it."),
    ];

    private static readonly Waiver[] OfPickupPoints =
    [
        .. Transaction,
        new("output.resultsReturned", "The list says it."),
        new("output.totalResults", "The list says it."),
        new("output.matchedAddress.**", "What was asked for."),
        new("output.locationDetailList.contactAndAddress.address.residential", "A shop is none."),
        new("output.locationDetailList.contactAndAddress.addressAncillaryDetail.locationInCity", "The display name is read."),
        new("output.locationDetailList.contactAndAddress.contact.companyName", "Read where there is no display name."),
        new("output.locationDetailList.locationType", "Read where there is no name at all."),
        new("output.locationDetailList.storeHours.operationalHoursType", "The hours say it."),
    ];

    private static readonly Waiver[] OfAddresses = [.. Transaction, new("output.resolvedAddresses.attributes.DPV", "Of the United States only; Resolved says it everywhere.")];

    private static readonly Waiver[] OfCloses =
    [
        .. Transaction,
        new("output.closeDocuments.copiesToPrint", "How to print."),
        new("output.closeDocuments.type", "What was asked for."),
        new("output.closeDocuments.parts.documentPartSequenceNumber", "The order of the parts; here is one."),
    ];

    private static readonly Waiver[] OfUploads =
    [
        new("customerTransactionId", "What was sent."),
        new("output.meta.documentType", "What was sent."),
        new("output.meta.folderId", "Where FedEx keeps it."),
    ];

    private static IEnumerable<Waiver> OfReply(string reason, params string[] names) => names.Select(name => new Waiver("output.rateReplyDetails." + name, reason));

    private static IEnumerable<Waiver> OfRate(string reason, params string[] names) =>
        OfReply(reason, [.. names.Select(name => "ratedShipmentDetails.shipmentRateDetail." + name)]);

    private static IEnumerable<Waiver> OfTransit(string reason, params string[] names) =>
        names.Select(name => new Waiver("output.transitTimes.transitTimeDetails." + name, reason));

    private static IEnumerable<Waiver> OfShipment(string reason, params string[] names) => names.Select(name => new Waiver("output.transactionShipments." + name, reason));

    private static IEnumerable<Waiver> OfAdvice(string reason, params string[] names) =>
        OfShipment(reason, [.. names.Select(name => "shipmentAdvisoryDetails.regulatoryAdvisory.prohibitions." + name)]);
}
