using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Orders;
using Commerce.Agents.Domain.Payments;
using Commerce.Agents.Domain.Shipping;
using Commerce.Carriers;
using Commerce.Payments;
using Commerce.Testing;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Orders;

/// <summary>ORD-2: who may cancel what, and what is undone.</summary>
public sealed class CancellationTests
{
    [Fact]
    public async Task A_buyer_cancels_before_anything_is_sent_and_stock_and_money_are_free_again()
    {
        await using var shop = await Shop.OpenAsync();
        shop.Best.Faults.Fail("CreateShipment", CommerceErrorKind.Unavailable, times: 2);
        var id = OrderKeys.From("shop", "basket-1");
        await shop.Host.AskAsync<OrderReceipt>(new PlaceOrder(id, Shop.Draft()));
        await shop.Host.SettleAsync();
        Assert.Equal(PaymentStatus.Authorized, Assert.Single(shop.Gateway.Payments).Status);

        var answer = await shop.Host.AskAsync<Answer>(new RequestCancellation(id, CancellationReasons.DuplicateOrder, "zoe"));
        await shop.Host.SettleAsync();

        Assert.Empty(answer.Refusals);
        Assert.Equal(OrderStatus.Cancelled, (await shop.OrderAsync(id)).Status);
        Assert.Equal(PaymentStatus.Cancelled, Assert.Single(shop.Gateway.Payments).Status);
        Assert.Equal((10, 0), ((await shop.StockAsync(Shop.Lamp)).OnHand, (await shop.StockAsync(Shop.Lamp)).Reserved));
        var cancellation = await CancellationAsync(shop, id);
        Assert.Equal((CancellationStatus.Completed, null), (cancellation.Status, cancellation.RefundAmount));
        Assert.Equal("rules", cancellation.Reviewer);
        Assert.Empty(shop.Host.Published.All<CancellationReviewNeeded>());
    }

    [Fact]
    public async Task What_was_taken_is_given_back_once()
    {
        await using var shop = await Shop.OpenAsync();
        var id = await shop.PlaceAsync(Shop.Draft());
        var total = (await shop.OrderAsync(id)).Captured;
        shop.Gateway.Faults.LoseAnswer("RefundPayment");
        var asked = shop.Host.Clock.GetUtcNow();

        await shop.Host.AskAsync<Answer>(new RequestCancellation(id, CancellationReasons.CustomerRequest, "zoe"));
        await shop.Host.SettleAsync();
        var waits = await CancellationAsync(shop, id);
        var reviewed = await shop.Host.AskAsync<Answer>(new ReviewCancellation(id, true, "ann"));
        await shop.Host.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(CancellationStatus.Pending, waits.Status);
        Assert.Equal(
            new CancellationReviewNeeded(waits.RequestId, id, CancellationReasons.CustomerRequest, asked + TimeSpan.FromHours(4)), shop.Host.Published.Only<CancellationReviewNeeded>());
        Assert.Empty(reviewed.Refusals);
        Assert.Equal(total, Assert.Single(shop.Gateway.Refunds).Amount);
        Assert.Equal(OrderStatus.Refunded, (await shop.OrderAsync(id)).Status);
        Assert.Equal((CancellationStatus.Completed, total), ((await CancellationAsync(shop, id)).Status, (await CancellationAsync(shop, id)).RefundAmount));
        Assert.Equal(total, shop.Host.Published.Only<OrderRefunded>().Amount);
    }

    [Fact]
    public async Task What_is_with_the_carrier_cannot_be_cancelled()
    {
        await using var shop = await Shop.OpenAsync();
        var id = await shop.PlaceAsync(Shop.Draft());
        shop.Best.Move((await shop.OrderAsync(id)).TrackingNumber!.Value, TrackingStatus.InTransit);
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(2));

        await shop.Host.AskAsync<Answer>(new RequestCancellation(id, CancellationReasons.FraudDetected, "risk"));
        await shop.Host.SettleAsync();

        var cancellation = await CancellationAsync(shop, id);
        Assert.Equal(CancellationStatus.Rejected, cancellation.Status);
        Assert.Contains("it can be returned", cancellation.Why, StringComparison.Ordinal);
        Assert.Equal(OrderStatus.Shipped, (await shop.OrderAsync(id)).Status);
        Assert.Empty(shop.Gateway.Refunds);
    }

    [Fact]
    public async Task An_order_that_leaves_while_a_person_thinks_is_not_cancelled()
    {
        await using var shop = await Shop.OpenAsync();
        var id = await shop.PlaceAsync(Shop.Draft());
        await shop.Host.AskAsync<Answer>(new RequestCancellation(id, CancellationReasons.CustomerRequest, "zoe"));
        shop.Best.Move((await shop.OrderAsync(id)).TrackingNumber!.Value, TrackingStatus.InTransit);
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(2));

        await shop.Host.AskAsync<Answer>(new ReviewCancellation(id, true, "ann"));
        await shop.Host.SettleAsync();

        var cancellation = await CancellationAsync(shop, id);
        Assert.Equal((CancellationStatus.Failed, "The order was Shipped meanwhile."), (cancellation.Status, cancellation.Why));
        Assert.Empty(shop.Gateway.Refunds);
    }

    [Fact]
    public async Task A_request_that_nobody_decides_is_told_after_four_hours_and_can_be_withdrawn()
    {
        await using var shop = await Shop.OpenAsync();
        var id = await shop.PlaceAsync(Shop.Draft());
        await shop.Host.AskAsync<Answer>(new RequestCancellation(id, CancellationReasons.CustomerRequest, "zoe"));
        await shop.Host.SettleAsync();

        var second = await shop.Host.AskAsync<Answer>(new RequestCancellation(id, CancellationReasons.CustomerRequest, "zoe"));
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(4) + TimeSpan.FromSeconds(1));
        var withdrawn = await shop.Host.AskAsync<Answer>(new WithdrawCancellation(id));
        var late = await shop.Host.AskAsync<Answer>(new ReviewCancellation(id, true, "ann"));

        Assert.Equal(RefusalCode.Duplicate, Assert.Single(second.Refusals).Code);
        Assert.Single(shop.Host.Published.All<CancellationOverdue>());
        Assert.Empty(withdrawn.Refusals);
        Assert.Equal(RefusalCode.InvalidTransition, Assert.Single(late.Refusals).Code);
        Assert.False(shop.Host.Published.Only<OrderCancellationReviewed>().IsApproved);
    }

    [Theory]
    [InlineData("boredom", "zoe", null, "Reason")]
    [InlineData(CancellationReasons.CustomerRequest, " ", null, "RequestedBy")]
    [InlineData(CancellationReasons.Other, "zoe", null, "Note")]
    public async Task A_request_is_refused_by_field(string reason, string by, string? note, string field)
    {
        await using var shop = await Shop.OpenAsync();

        var answer = await shop.Host.AskAsync<Answer>(new RequestCancellation(OrderKeys.From("shop", "basket-1"), reason, by, note));

        Assert.Equal(field, Assert.Single(answer.Refusals).Field);
        Assert.Empty(shop.Host.Published.All<OrderCancellationRequested>());
    }

    [Fact]
    public void Rules_decide_as_written()
    {
        foreach (var status in Enum.GetValues<OrderStatus>())
        {
            var isOpen = status is OrderStatus.Pending or OrderStatus.PaymentFailed or OrderStatus.OnHold or OrderStatus.Confirmed or OrderStatus.Processing;
            foreach (var reason in CancellationReasons.All)
            {
                bool? expected = !isOpen ? false
                    : reason is "out_of_stock" or "payment_failed" or "fraud_detected" or "duplicate_order" ? true
                    : reason == "customer_request" && status != OrderStatus.Processing ? true
                    : null;
                Assert.Equal(expected, CancellationRules.Decide(reason, status).IsApproved);
            }
        }
    }

    [Fact]
    public void Every_step_that_is_not_listed_is_refused()
    {
        string[] listed =
        [
            "Approved > Failed", "Approved > Processing", "Failed > Pending", "None > Pending", "Pending > Approved",
            "Pending > Rejected", "Processing > Completed", "Processing > Failed", "Rejected > Pending",
        ];
        Assert.Equal(listed.Order(), Steps.Of(CancellationTransitions.Table));
    }

    private static Task<Cancellation> CancellationAsync(Shop shop, OrderId id) =>
        shop.Host.StateAsync<Cancellation>(OrdersAgentsBuilderExtensions.CancellationAgentName, id.ToString());
}
