using System.Text;
using Commerce.Marketplaces.Amazon;
using Commerce.Marketplaces.Amazon.Wire;
using Xunit;

namespace Commerce.Marketplaces.Tests.Amazon;

public sealed class AmazonMappingTests
{
    [Theory]
    [InlineData("CREATED", "accepted")]
    [InlineData("CARRIER_NOTIFIED_TO_PICK_UP_FROM_CUSTOMER", "accepted")]
    [InlineData("CARRIER_OUT_FOR_PICK_UP_FROM_CUSTOMER", "accepted")]
    [InlineData("CUSTOMER_CANCELLED_PICK_UP", "accepted")]
    [InlineData("CUSTOMER_RESCHEDULED_PICK_UP", "accepted")]
    [InlineData("PICKED_FROM_CUSTOMER", "accepted")]
    [InlineData("IN_TRANSIT", "accepted")]
    [InlineData("OUT_FOR_DELIVERY", "accepted")]
    [InlineData("REPLANNED", "accepted")]
    [InlineData("CUSTOMER_DROPPED_OFF", "accepted")]
    [InlineData("DELIVERED", "received")]
    [InlineData("PARTIALLY_PROCESSED", "received")]
    [InlineData("PROCESSED", "closed")]
    [InlineData("REJECTED", "refused")]
    [InlineData("CANCELLED", "cancelled")]
    [InlineData("INVENTED_LATER", "unknown")]
    public void Every_state_of_a_return_is_told_in_common_words(string state, string expected) =>
        Assert.Equal(expected, AmazonStates.OfReturn(state).Value);

    [Fact]
    public void A_state_and_its_codes_agree() => Assert.All(
        (string[])["PENDING_AVAILABILITY", "PENDING", "UNSHIPPED", "PARTIALLY_SHIPPED", "SHIPPED", "CANCELLED", "UNFULFILLABLE"],
        code => Assert.Contains(code, AmazonStates.Codes(AmazonStates.Of(code, isDelivered: false))));

    [Theory]
    [InlineData("out_of_stock", "NoInventory")]
    [InlineData("buyer_request", "BuyerCanceled")]
    [InlineData("address_problem", "ShippingAddressUndeliverable")]
    [InlineData("fraud", "RiskAssessmentInformationNotValid")]
    [InlineData("pricing_error", "GeneralAdjustment")]
    public void A_reason_of_a_cancellation_has_a_word_of_Amazons(string reason, string expected) =>
        Assert.Equal(expected, AmazonStates.Reason(new CancellationReason(reason)));

    [Theory]
    [InlineData("returned", "CustomerReturn")]
    [InlineData("not_received", "CouldNotShip")]
    [InlineData("not_as_described", "DifferentItem")]
    [InlineData("out_of_stock", "NoInventory")]
    [InlineData("buyer_request", "CustomerCancel")]
    [InlineData("goodwill", "GeneralAdjustment")]
    [InlineData("other", "Other")]
    public void A_reason_of_a_refund_has_a_word_of_Amazons(string reason, string expected) =>
        Assert.Equal(expected, AmazonStates.Reason(new RefundReason(reason)));

    [Fact]
    public void Yen_have_no_decimals()
    {
        var price = AmazonMapping.FromMoney(new AmazonMoney("5980", "JPY"), "unitPrice");

        Assert.Equal("5980 JPY", price.ToString());
        Assert.Contains("\t5980\t", Encoding.UTF8.GetString(AmazonFlatFiles.Refund("o", "Other", [new AmazonRefundRow("l", Currency.Jpy, 5980m, null, null, null)])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("12,90")]
    [InlineData("1e3")]
    [InlineData(" ")]
    [InlineData(null)]
    public void An_amount_that_is_no_decimal_is_told_by_its_field(string? amount) =>
        Assert.Equal("unitPrice", Assert.Throws<FormatException>(() => AmazonMapping.FromMoney(new AmazonMoney(amount, "EUR"), "unitPrice")).Message);

    [Fact]
    public void A_line_that_was_counted_down_to_nothing_is_one_cancelled_piece()
    {
        var order = AmazonMapping.FromOrder(new AmazonOrder
        {
            OrderId = "o", CreatedTime = DateTimeOffset.UnixEpoch, LastUpdatedTime = DateTimeOffset.UnixEpoch, OrderItems = [new AmazonOrderItem { OrderItemId = "l", QuantityOrdered = 0 }],
        });

        Assert.Equal((1, 1), (order.Lines[0].Quantity, order.Lines[0].CancelledQuantity));
    }

    [Theory]
    [InlineData("Feed Processing Summary:\n\tNumber of records processed\t\t2\n\tNumber of records successful\t\t2\n")]
    [InlineData("Feed Processing Summary:\r\n\tNumber of records processed\t\t2\r\n\tNumber of records successful\t\t2\r\n\r\noriginal-record-number\terror-type\r\n1\tWarning\r\n")]
    public void A_report_without_errors_tells_that_all_is_done(string report) => Assert.Empty(AmazonFlatFiles.Errors(report, ["a", "b"]));

    [Theory]
    [InlineData("")]
    [InlineData("\tNumber of records processed\t\t2\n")]
    [InlineData("\tNumber of records processed\t\t1\n\tNumber of records successful\t\t1\n")]
    [InlineData("\tNumber of records processed\t\t2\n\tNumber of records successful\t\t1\n")]
    [InlineData("\tNumber of records processed\t\t2\n\tNumber of records successful\t\t1\noriginal-record-number\terror-code\n3\t1\n")]
    public void A_report_that_leaves_a_record_open_is_not_read_as_done(string report) =>
        Assert.Throws<FormatException>(() => AmazonFlatFiles.Errors(report, ["a", "b"]));

    [Theory]
    [InlineData("""{"notificationType":"FEED_PROCESSING_FINISHED","eventTime":"2020-07-13T19:42:04.284Z","payload":{"feedProcessingFinishedNotification":{"feedId":"5334"}},"notificationMetadata":{"notificationId":"n"}}""", "FEED_PROCESSING_FINISHED", null, "5334", null)]
    [InlineData("""{"NotificationType":"LISTINGS_ITEM_ISSUES_CHANGE","EventTime":"2020-07-13T19:42:04Z","Payload":{"Sku":"LAMP-1"},"NotificationMetadata":{"NotificationId":"n"}}""", "LISTINGS_ITEM_ISSUES_CHANGE", null, null, "LAMP-1")]
    [InlineData("""{"NotificationType":"FBA_INVENTORY_AVAILABILITY_CHANGES","EventTime":"2020-07-13T19:42:04Z","Payload":{"SKU":"LAMP-1"},"NotificationMetadata":{"NotificationId":"n"}}""", "FBA_INVENTORY_AVAILABILITY_CHANGES", null, null, "LAMP-1")]
    [InlineData("""{"version":"0","source":"aws.partner/sellingpartnerapi.amazon.com","detail":{"NotificationType":"ORDER_CHANGE","EventTime":"2020-07-13T19:42:04Z","Payload":{"OrderChangeNotification":{"AmazonOrderId":"402-1"}},"NotificationMetadata":{"NotificationId":"n"}}}""", "ORDER_CHANGE", "402-1", null, null)]
    public void A_notification_is_read_whatever_the_case_of_its_names_and_also_inside_an_event(string message, string type, string? order, string? feed, string? sku)
    {
        var read = AmazonNotifications.Read(Encoding.UTF8.GetBytes(message)).Value;

        Assert.Equal(("n", type, order, feed, sku), (read.Id, read.Type, read.OrderId?.Value, read.BatchId?.Value, read.Sku?.Value));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"NotificationType":"ORDER_CHANGE","EventTime":"once","NotificationMetadata":{"NotificationId":"n"}}""")]
    [InlineData("no json")]
    public void A_message_that_is_no_notification_is_refused(string message) =>
        Assert.Equal(RefusalCode.Validation, AmazonNotifications.Read(Encoding.UTF8.GetBytes(message)).Refusal?.Code);
}
