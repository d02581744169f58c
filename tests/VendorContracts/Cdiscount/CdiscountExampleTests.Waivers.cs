using Commerce.VendorContracts.Examples;
using static Commerce.VendorContracts.Examples.Waiver;

namespace Commerce.VendorContracts.Cdiscount;

public sealed partial class CdiscountExampleTests
{
    private const string NoCount = "The entries themselves are counted.";
    private const string Account = "The account knows its seller and its channel.";
    private const string StandIn = "It stands in where another value is missing, which is told here.";

    private static readonly string[] Claimed =
    [
        "approval-status.request.json", "cancellation-request.request.json", "carriers.response.json", "commercial-gesture-available-amounts.response.json",
        "commercial-gesture-request.request.json", "delivery-modes.response.json", "discussion.json", "discussions-list.response.json", "message.request.json",
        "offer-package.create.json", "offer-package.get.response.json", "offer-package.patch-ready.request.json", "offer-requests-results.response.json",
        "offer-requests.delete.request.json", "offer-requests.update.request.json", "offer-requests.upsert.request.json", "offers-list.response.json", "order.json",
        "orders-count.response.json", "orders-list.response.json", "partial-cancellation-request.request.json", "problem.errors.json", "shipments.request.json",
        "token.response.json",
    ];

    private static Waiver[] OrderWaivers(string at) =>
    [
        .. Waive(Account, at + "salesChannel.**", at + "seller.id"),
        .. Waive("How it was paid and for which kind of buyer has no member.", at + "payment.method", at + "businessOrder", at + "serviceFees.**"),
        .. Waive(StandIn, at + "totalPrice.offerPrice", at + "lines.offerPrice.unitSalesPrice", at + "lines.offerPrice.shippingCost", at + "lines.offer.id"),
        .. Waive("Price and quantity say it.", at + "lines.totalPrice.**"),
        .. Waive("The commission is told with its tax, taxes with their amount.", at + "lines.offerPrice.commission.amountWithoutTax", at + "lines.offerPrice.commission.rate", at + "lines.offerPrice.taxes.rate"),
        .. Waive("All that is not of the shipping is of the goods.", at + "lines.offerPrice.taxes.target"),
        .. Waive("The catalogue's words about the product: our catalogue has its own.", at + "lines.offer.productGtin", at + "lines.offer.condition"),
        .. Waive("What the buyer was promised and each step have no member.", at + "lines.delivery.promisedAtMin", at + "lines.delivery.promisedAtMax", at + "lines.statusEvents.**"),
        .. Waive("Names are told without it.", at + "billingAddress.civility", at + "lines.shippingAddress.civility"),
    ];

    private static Waiver[] DiscussionWaivers(string at) =>
    [
        .. Waive(Account, at + "sellerId", at + "salesChannel"),
        .. Waive(StandIn, at + "orderReference", at + "typologyCode"),
        .. Waive("The channel's own number of the order is in no other call.", at + "salesChannelExternalReference"),
        .. Waive("Who reads an answer: a test of its own shows it.", at + "customerId"),
    ];

    private static Waiver[] MessageWaivers(string at) =>
        Waive("Who wrote is told by their part; whether it was read is set, not told.", at + "sender.userId", at + "hasRead");
}
