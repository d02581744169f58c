using Commerce.VendorContracts.Examples;
using static Commerce.VendorContracts.Examples.Waiver;

namespace Commerce.VendorContracts.Ebay;

public sealed partial class EbayExampleTests
{
    private static Waiver[] OrderWaivers =>
    [
        .. Waive("Pages are counted by our own position in the list.", "href", "next", "limit", "offset"),
        .. Waive("The account is the seller.", "orders.sellerId"),
        .. Waive("The key at the end of the address is read.", "orders.fulfillmentHrefs"),
        .. Waive("A tax address is a part of the addresses that are told.", "orders.buyer.taxAddress.**"),
        .. Waive("Sums follow from the lines; the total is told.", "orders.pricingSummary.priceSubtotal.**", "orders.pricingSummary.priceDiscount.**", "orders.pricingSummary.deliveryCost.**", "orders.pricingSummary.deliveryDiscount.**"),
        .. Waive("What the seller is paid belongs to the payouts, not to the order.", "orders.paymentSummary.totalDueSeller.**", "orders.paymentSummary.payments.**"),
        .. Waive("Estimates of the delivery have no place; the day to ship by is told.", "orders.fulfillmentStartInstructions.minEstimatedDeliveryDate", "orders.fulfillmentStartInstructions.maxEstimatedDeliveryDate", "orders.lineItems.lineItemFulfillmentInstructions.minEstimatedDeliveryDate", "orders.lineItems.lineItemFulfillmentInstructions.maxEstimatedDeliveryDate", "orders.lineItems.lineItemFulfillmentInstructions.guaranteedDelivery"),
        .. Waive("The shipping method tells the carrier too.", "orders.fulfillmentStartInstructions.shippingStep.shippingCarrierCode", "orders.fulfillmentStartInstructions.fulfillmentInstructionsType", "orders.fulfillmentStartInstructions.ebaySupportedFulfillment"),
        .. Waive("The price after discounts is told.", "orders.lineItems.deliveryCost.discountAmount.**", "orders.lineItems.appliedPromotions.**"),
        .. Waive("What was bought is told by SKU, number and title.", "orders.lineItems.variationAspects.**", "orders.lineItems.soldFormat", "orders.lineItems.listingMarketplaceId", "orders.lineItems.purchaseMarketplaceId", "orders.lineItems.properties.**", "orders.lineItems.itemLocation.**"),
        .. Waive("The line's total is its goods and shipping.", "orders.lineItems.total.**"),
        .. Waive("Kept in the seller hub only.", "orders.salesRecordReference", "orders.totalFeeBasisAmount.**"),
    ];
}
