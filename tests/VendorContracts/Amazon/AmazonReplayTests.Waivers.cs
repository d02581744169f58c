using Commerce.VendorContracts.Examples;
using static Commerce.VendorContracts.Examples.Waiver;

namespace Commerce.VendorContracts.Amazon;

public sealed partial class AmazonReplayTests
{
    private static Waiver[] OrderWaivers =>
    [
        .. Waive("Has no member in the common order; it is in Raw, which holds the whole order.",
            "**.orderAliases.**", "**.programs", "**.salesChannel.**", "**.fulfillment.deliverByWindow.**", "**.fulfillment.labelPrintingWindow.**",
            "**.orderItems.measurement.**", "**.orderItems.associatedOrderItems.**", "**.orderItems.product.condition.**", "**.orderItems.product.serialNumbers",
            "**.orderItems.product.customization.**", "**.orderItems.product.price.priceDesignation", "**.orderItems.expense.**", "**.orderItems.promotion.**",
            "**.orderItems.fulfillment.picking.**", "**.orderItems.fulfillment.packing.**", "**.orderItems.fulfillment.shipping.**", "**.orderItems.tax.**",
            "**.buyer.buyerPurchaseOrderNumber", "**.payment.**", "**.tax.taxInvoicing.**", "**.tax.taxRegistrations.taxRegistrationType",
            "**.tax.taxRegistrations.taxRegistrationAttributes.**", "**.packages.createdTime", "**.packages.packageStatus.detailedStatus",
            "**.packages.shipFromAddress.**", "**.fulfillmentOrders.**"),
        .. Waive("An order must be shipped by the end of the window; its beginning has no member.", "**.fulfillment.shipByWindow.earliestDateTime"),
        .. Waive("The address lines say the same.", "**.extendedFields.**"),
        .. Waive("Stands for a city only where there is none.", "**.deliveryAddress.districtOrCounty", "**.deliveryAddress.municipality"),
        .. Waive("A home is what has no company, whatever the type says.", "**.deliveryAddress.addressType"),
        .. Waive("Whoever is not Amazon is the seller.", "**.fulfillment.fulfilledBy"),
        .. Waive("Read to tell whether prices hold the tax, where one is reported.", "**.proceedsTotal.amount", "**.proceedsTotal.currencyCode"),
        .. Waive("A price of goods that is not told is worked out of the unit price, and comes to the same.", "**.orderItems.proceeds.breakdowns.type"),
        .. Waive("Counted where something was cancelled.", "**.fulfillment.quantityFulfilled", "**.fulfillment.quantityUnfulfilled"),
        .. Waive("The sums of the lines say the same.", "order.proceeds.breakdowns.type", "**.proceeds.breakdowns.subtotal.amount", "**.proceeds.breakdowns.subtotal.currencyCode"),
        .. Waive("The buyer's name is told where there is one.", "**.buyer.buyerCompanyName"),
        .. Waive("Without an address there is nobody to bill.", "orders.tax.taxRegistrations.entityType", "orders.tax.taxRegistrations.legalName", "orders.tax.taxRegistrations.taxRegistrationNumber"),
        .. Waive("The legal name goes before it.", "**.taxRegistrationAddress.companyName"),
    ];

    private static Waiver[] ListingWaivers =>
    [
        .. Waive("Has no member in the common offer; it is in Raw.",
            "**.summaries.productType", "**.summaries.lastUpdatedDate", "**.summaries.mainImage.**", "**.offers.audience.**", "items.attributes.**"),
        .. Waive("Prices for businesses are left out, all others are the price.", "**.offers.offerType"),
        .. Waive("A quantity that is not the seller's own counts where there is no other.", "**.fulfillmentAvailability.fulfillmentChannelCode"),
        .. Waive("An issue of an offer is told in words; code and attribute are told where a change is refused.",
            "**.issues.code", "**.issues.attributeNames", "**.issues.categories", "**.issues.enforcements.**"),
        .. Waive("The answer of a change is told by the SKU that was asked for; the number of the submission leads nowhere.", "sku", "submissionId", "identifiers.**"),
        .. Waive("Tells the way back, which is not gone.", "pagination.previousToken"),
        .. Waive("Tells the length of the list where one store is asked, else nothing.", "numberOfResults"),
    ];

    private static Waiver[] FeedWaivers =>
    [
        .. Waive("A batch is told by its state and items; the list of feeds tells the rest.",
            "feedType", "createdTime", "processingStartTime", "processingEndTime"),
        .. Waive("The key was asked for.", "feedDocumentId"),
        .. Waive("Where the file is sent to does not show in the result.", "url"),
    ];

    private static Waiver[] ReportWaivers => Waive("The key was asked for.", "reportDocumentId");

    private static Waiver[] LinkWaivers => Waive("The action's name says it; the client knows the address.", "_links.actions.href", "_links.self.href");

    private static Waiver[] NotificationWaivers => Waive("Follows from the kind; a message from the queue tells its own.", "payload.payloadVersion", "payload.subscriptions.payloadVersion");

    private static Waiver[] ReturnWaivers =>
    [
        .. Waive("Has no member in the common return; it is in Raw.",
            "**.marketplaceChannelDetails.merchantId", "**.marketplaceChannelDetails.returnLocationId", "**.marketplaceChannelDetails.shipmentId",
            "**.marketplaceChannelDetails.marketplaceChannel.**", "**.otpDetails.**", "otpDetails.**", "**.packageDeliveryMode", "**.fulfillmentLocationId", "**.returnLocationId",
            "**.returnMetadata.invoiceInformation.**", "returnMetadata.invoiceInformation.**", "**.returnMetadata.rmaId", "**.returnMetadata.fulfillmentOrderId", "**.returnShippingInfo.forwardTrackingInfo.**",
            "returnShippingInfo.forwardTrackingInfo.**", "**.returnShippingInfo.reverseTrackingInfo.carrierName", "**.returnShippingInfo.deliveryDateTime",
            "**.returnShippingInfo.pickupDateTime", "**.returnType", "**.returnSubType", "**.replanningDetails.**", "marketplaceChannelDetails.marketplaceChannel.**"),
        .. Waive("Stands for the SKU only where there is none.", "**.marketplaceChannelDetails.channelSku"),
    ];

    private static Waiver[] PriceWaivers =>
    [
        .. Waive("The answers stand in the order of the questions.", "responses.request.**", "responses.body.asin", "responses.body.marketplaceId", "responses.body.offerIdentifier.**"),
        .. Waive("Any status of 200 to 299 is good, any other is not.", "responses.status.statusCode", "responses.status.reasonPhrase"),
        .. Waive("Points are Japan's, and not covered.", "**.points.**"),
        .. Waive("The offer that competes is told by its price.", "**.competingFeaturedOffer.offerIdentifier.**", "**.competingFeaturedOffer.condition"),
        .. Waive("The featured offer is told by its seller and price.",
            "**.currentFeaturedOffer.offerIdentifier.asin", "**.currentFeaturedOffer.offerIdentifier.marketplaceId", "**.currentFeaturedOffer.offerIdentifier.fulfillmentType",
            "**.currentFeaturedOffer.condition"),
        .. Waive("Not asked for.", "responses.body.lowestPricedOffers.**", "responses.body.similarItems.**"),
        .. Waive("Promotions and groups of buyers are not covered.", "**.promotions.**", "**.featuredOfferSegments.**"),
        .. Waive("There is one kind of each.", "**.buyingOptionType", "**.shippingOptionType"),
        .. Waive("Whatever is not AFN is the seller's own.", "**.segmentedFeaturedOffers.fulfillmentType"),
    ];

    private static Waiver[] UploadWaivers => Waive("Where the file is sent to does not show in the result.", "payload.**");

    private static Waiver[] ProcessingReportWaivers =>
    [
        .. Waive("The feed was asked for.", "header.**"),
        .. Waive("The message's number says which item it is.", "issues.sku"),
        .. Waive("What the listings look like afterwards is read from the listings.", "items.**"),
        .. Waive("The issues tell each item; the number of messages is checked for being large enough.", "summary.**"),
    ];
}
