using Commerce.VendorContracts.Examples;

namespace Commerce.VendorContracts.FedEx;

/// <summary>What is left out of FedEx's answers about parcels on their way, and why.</summary>
public sealed partial class FedExExampleTests
{
    private static readonly Waiver[] OfNothing =
    [
        .. Envelope,
        new("output.alerts", "The codes of the numbers say it."),
        new("output.completeTrackResults.trackingNumber", "What was asked for."),
        .. OfResult("What was asked for.", "trackingNumberInfo.**"),
        .. OfResult("Without a parcel there is no report; the code says why.", "error.message"),
    ];

    private static readonly Waiver[] OfParcels =
    [
        .. Envelope,
        new("output.alerts", "Of another number."),
        new("output.completeTrackResults.trackingNumber", "What was asked for."),
        .. OfResult("Of another number.", "error.**"),
        .. OfResult("FedEx's own.", "trackingNumberInfo.carrierCode", "trackingNumberInfo.trackingNumberUniqueId", "meterNumber", "goodsClassificationCode"),
        .. OfResult("The references that were sent.", "additionalTrackingInfo.**"),
        .. OfResult("People and their addresses: personal data that nobody needs to follow a parcel.",
            "destinationLocation.**", "originLocation.**", "recipientInformation.**", "shipperInformation.**", "lastUpdatedDestinationAddress.**", "holdAtLocation.**"),
        .. OfResult("Who took it, and where: the proof of delivery tells.", "deliveryDetails.**"),
        .. OfResult("What was sent.", "packageDetails.contentPieceCount", "packageDetails.count", "packageDetails.declaredValue.**", "packageDetails.packageContent"),
        .. OfResult("What was sent.", "packageDetails.packagingDescription.**", "packageDetails.physicalPackagingType", "packageDetails.undeliveredCount"),
        .. OfResult("What was sent.", "packageDetails.weightAndDimensions.**", "packageDetails.sequenceNumber", "pieceCounts.**", "serviceDetail.**", "shipmentDetails.**", "specialHandlings.**"),
        .. OfResult("What the receiver may do at FedEx.", "availableImages.**", "availableNotifications", "customDeliveryOptions.**"),
        .. OfResult("Of freight and returns.", "consolidationDetail.**", "reasonDetail.**", "returnDetail.**"),
        .. OfResult("Words beside the status.", "informationNotes.**", "serviceCommitMessage.**", "distanceToDestination.**", "standardTransitTimeWindow.**"),
        .. OfResult("Words beside the code.", "latestStatusDetail.description", "latestStatusDetail.statusByLocale"),
        .. OfResult("Words beside the code.", "latestStatusDetail.ancillaryDetails.action", "latestStatusDetail.ancillaryDetails.actionDescription", "latestStatusDetail.ancillaryDetails.reasonDescription"),
        .. OfResult("The place of the latest scan.", "latestStatusDetail.scanLocation.**"),
        .. OfResult("Read where there is no code.", "latestStatusDetail.derivedCode"),
    ];

    private static readonly Waiver[] OfTracking =
    [
        .. OfParcels,
        .. OfResult("What was asked for.", "trackingNumberInfo.trackingNumber"),
        .. OfResult("The kind says it.", "latestStatusDetail.delayDetail.subType", "scanEvents.delayDetail.subType"),
        .. OfResult("The latest scan tells the same delay.", "latestStatusDetail.delayDetail.status"),
        .. OfResult("Why a delivery failed; this parcel is on its way.", "latestStatusDetail.ancillaryDetails.reason"),
        .. OfResult("The end of the window is the promise.", "estimatedDeliveryTimeWindow.description", "estimatedDeliveryTimeWindow.type", "estimatedDeliveryTimeWindow.window.begins"),
        .. OfResult("The scan's own code is read.", "scanEvents.derivedStatus", "scanEvents.derivedStatusCode"),
        .. OfResult("FedEx's own stations.", "scanEvents.locationId", "scanEvents.locationType"),
        .. OfResult("Town and country say it.", [.. new[] { "addressClassification", "residential", "streetLines", "urbanizationCode", "stateOrProvinceCode", "postalCode", "countryName" }
            .Select(name => "scanEvents.scanLocation." + name)]),
    ];

    private static readonly Waiver[] OfUndelivered = [.. OfTracking, .. OfResult("Of a parcel that is delivered; this one is not.", "dateAndTimes.**")];

    private static readonly Waiver[] OfFinding =
    [
        .. OfParcels,
        .. OfResult("A shipment is found, not followed.", "dateAndTimes.**", "estimatedDeliveryTimeWindow.**", "scanEvents.**"),
        .. OfResult("Tells of a parcel that was cancelled, which is left out.", "latestStatusDetail.code"),
        .. OfResult("A shipment is found, not followed.", "latestStatusDetail.delayDetail.**", "latestStatusDetail.ancillaryDetails.reason"),
    ];

    private static IEnumerable<Waiver> OfResult(string reason, params string[] names) =>
        names.Select(name => new Waiver("output.completeTrackResults.trackResults." + name, reason));
}
