using Commerce.Tests.Support;
using Xunit;

namespace Commerce.Marketplaces.Tests.Amazon;

public sealed partial class AmazonRecordingTests
{
    private static readonly MarketplaceOrderId TwoLines = new("402-0000001-0000006");

    [Fact]
    public async Task A_cancellation_tells_each_line_when_its_feed_is_done()
    {
        var ended = await CancellationAsync("2001");

        Assert.Equal(MarketplaceRequestState.Done, ended.State);
        Assert.Equal([null, "18028"], ended.Lines.Select(line => line.Refusal?.VendorCode));
        Assert.Contains("records successful", ended.Raw, StringComparison.Ordinal);
        Assert.DoesNotContain("records", ended.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_of_which_nothing_was_done_has_failed()
    {
        var ended = await CancellationAsync("2005");

        Assert.Equal((MarketplaceRequestState.Failed, "18028"), (ended.State, ended.Failure?.VendorCode));
    }

    [Fact]
    public async Task A_cancellation_whose_feed_failed_has_failed_for_every_line()
    {
        var ended = await CancellationAsync("2003");

        Assert.Equal((MarketplaceRequestState.Failed, "FATAL"), (ended.State, ended.Failure?.VendorCode));
        Assert.All(ended.Lines, line => Assert.False(line.IsSuccess));
    }

    [Fact]
    public async Task A_cancellation_that_waits_is_pending() => Assert.True((await CancellationAsync("2004")).IsPending);

    [Fact]
    public async Task A_report_that_cannot_be_read_leaves_the_outcome_to_a_person()
    {
        var failure = await FailureAsync(() => CancellationAsync("2002"));

        Assert.Equal((CommerceErrorKind.Protocol, true), (failure.Kind, failure.IsOutcomeUnknown));
    }

    [Theory]
    [InlineData("402-0000001-0000099", "NotFound")]
    [InlineData("402-0000001-0000007", "InvalidTransition")]
    [InlineData("402-0000001-0000008", "PolicyViolation")]
    public async Task An_order_that_cannot_be_cancelled_is_refused_without_a_feed(string id, string code)
    {
        var outcome = await CancelAsync(new(id));

        Assert.Equal(code, outcome.Refusal?.Code.Value);
        Assert.Equal(0, amazon.Sent("/feeds"));
    }

    [Fact]
    public async Task A_part_of_a_line_is_not_cancelled()
    {
        var part = await CancelAsync(TwoLines, new LineAmount { LineId = new("10000000000062"), Quantity = 1 });
        var unknown = await CancelAsync(TwoLines, new LineAmount { LineId = new("9") });

        Assert.Equal((RefusalCode.NotSupported, RefusalCode.NotFound), (part.Refusal?.Code, unknown.Refusal?.Code));
    }

    [Fact]
    public async Task One_of_two_lines_is_cancelled_with_a_reason_of_the_sellers_own()
    {
        var taken = (await ((IOrderCancellation)Client()).CancelOrderAsync(new CancelOrderRequest
        {
            OrderId = TwoLines, Reason = CancellationReason.Other, VendorReason = "MerchandiseNotReceived", Lines = [new LineAmount { LineId = new("10000000000062") }],
        })).Value;

        Assert.Equal((true, "3485934"), (taken.IsPending, taken.VendorIds.Single()));
        Assert.Equal(["10000000000062"], taken.Lines.Select(line => line.Key.Value));
        Assert.EndsWith("402-0000001-0000006\tMerchandiseNotReceived\t10000000000062\n", (await amazon.RequestsAsync("/upload")).Single().ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_with_a_tab_in_it_does_not_get_into_the_file()
    {
        var outcome = await ((IOrderCancellation)Client()).CancelOrderAsync(
            new CancelOrderRequest { OrderId = TwoLines, Reason = CancellationReason.Other, VendorReason = "NoInventory\t1" });

        Assert.Equal((RefusalCode.Validation, "VendorReason"), (outcome.Refusal?.Code, outcome.Refusal?.Field));
    }

    [Theory]
    [InlineData("402-0000001-0000001", "10000000000011", 1, null, "InvalidTransition")]
    [InlineData("402-0000001-0000007", "10000000000071", 3, null, "AmountExceeded")]
    [InlineData("402-0000001-0000007", "10000000000071", null, 59.81, "AmountExceeded")]
    [InlineData("402-0000001-0000007", "9", 1, null, "NotFound")]
    [InlineData("402-0000001-0000099", "9", 1, null, "NotFound")]
    public async Task A_refund_that_does_not_fit_the_order_is_refused_without_a_feed(string id, string line, int? quantity, double? goods, string code)
    {
        var outcome = await RefundAsync(id, new LineAmount { LineId = new(line), Quantity = quantity, Goods = goods is null ? null : Money.Eur((decimal)goods) });

        Assert.Equal(code, outcome.Refusal?.Code.Value);
        Assert.Equal(0, amazon.Sent("/feeds"));
    }

    [Fact]
    public async Task A_refund_of_money_and_taxes_is_written_to_the_cent()
    {
        await RefundAsync("402-0000001-0000007", new LineAmount
        {
            LineId = new("10000000000071"),
            Goods = Money.Eur(10.5m),
            Taxes = new Dictionary<string, Money> { ["ITEM"] = Money.Eur(2.1m) },
            ShippingTaxes = new Dictionary<string, Money> { ["SHIPPING"] = Money.Eur(0.9m) },
        });

        Assert.EndsWith("\t10000000000071\tCustomerReturn\tEUR\t10.50\t2.10\t\t0.90\n", (await amazon.RequestsAsync("/upload")).Single().ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refund_of_the_order_as_a_whole_is_not_supported()
    {
        var outcome = await ((IOrderRefunds)Client()).RefundOrderAsync(
            new RefundOrderRequest { Key = new OperationKey("r"), OrderId = TwoLines, Reason = RefundReason.Goodwill, Amount = Money.Eur(5m) });

        Assert.Equal(RefusalCode.NotSupported, outcome.Refusal?.Code);
        Assert.Equal(0, amazon.Sent());
    }

    private Task<OrderCancelled> CancellationAsync(string feed) => ((IOrderCancellation)Client()).GetCancellationAsync(new OrderCancelled(TwoLines, [feed])
    {
        State = MarketplaceRequestState.Pending, Lines = [new(new("10000000000061")), new(new("10000000000062"))],
    });

    private Task<Outcome<OrderCancelled>> CancelAsync(MarketplaceOrderId id, params LineAmount[] lines) =>
        ((IOrderCancellation)Client()).CancelOrderAsync(new CancelOrderRequest { OrderId = id, Reason = CancellationReason.OutOfStock, Lines = lines });

    private Task<Outcome<OrderRefunded>> RefundAsync(string id, LineAmount line) => ((IOrderRefunds)Client()).RefundOrderAsync(
        new RefundOrderRequest { Key = new OperationKey("refund"), OrderId = new(id), Reason = RefundReason.Returned, Lines = [line] });
}
