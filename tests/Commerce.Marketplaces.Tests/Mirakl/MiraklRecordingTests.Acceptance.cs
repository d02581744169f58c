using Commerce.Marketplaces.Mirakl;
using Commerce.Tests.Support;
using Xunit;

namespace Commerce.Marketplaces.Tests.Mirakl;

public sealed partial class MiraklRecordingTests
{
    [Fact]
    public async Task An_order_is_accepted_line_by_line()
    {
        var outcome = await AcceptAsync("Order_00030-A", refused: ["Order_00030-A-2"], configure: options => options.ShopId = 2000);

        Assert.Equal(("Order_00030-A", false), (outcome.Value.OrderId.Value, outcome.Value.WasAlreadyDecided));
        Assert.Contains("Order_00030-A-2", outcome.Value.Lines.Select(item => item.Key.Value));
        Assert.All(outcome.Value.Lines, item => Assert.True(item.IsSuccess));
        Snapshot.Match(await SentAsync());
    }

    [Theory]
    [InlineData("Order_00031-A")]
    [InlineData("Order_00037-A")]
    public async Task A_decision_that_was_taken_before_counts_as_done_after_a_look(string id)
    {
        var outcome = await AcceptAsync(id);

        Assert.True(outcome.Value.WasAlreadyDecided);
        Assert.Equal($"GET /api/orders?order_ids={id}&max=1", (await AddressesAsync())[^1]);
    }

    [Fact]
    public async Task A_refusal_that_was_taken_before_counts_as_done() =>
        Assert.True((await RefuseAsync("Order_00043-A")).Value.WasAlreadyDecided);

    [Fact]
    public async Task Accepting_an_order_that_was_refused_meanwhile_is_refused()
    {
        var outcome = await AcceptAsync("Order_00032-A");

        Assert.Equal((RefusalCode.InvalidTransition, "ORDER_INVALID_STATE"), (outcome.Refusal?.Code, outcome.Refusal?.VendorCode));
    }

    [Fact]
    public async Task Refusing_an_order_that_was_accepted_before_is_refused() =>
        Assert.Equal(RefusalCode.InvalidTransition, (await RefuseAsync("Order_00042-A")).Refusal?.Code);

    [Fact]
    public async Task An_order_that_does_not_wait_yet_is_refused() =>
        Assert.Equal(RefusalCode.InvalidTransition, (await AcceptAsync("Order_00041-A")).Refusal?.Code);

    [Theory]
    [InlineData("Order_00033-A", "ORDER_LINE_ACCEPTANCE_DECISION_MISSING", "A decision is missing for Order_00033-A-2", "order_lines")]
    [InlineData("Order_00034-A", "ORDER_LINE_NOT_FOUND", "The line Order_00034-A-9 does not exist", null)]
    public async Task A_decision_that_does_not_fit_is_refused_whatever_the_state(string id, string code, string message, string? field)
    {
        var outcome = await AcceptAsync(id);

        Assert.Equal(
            new Refusal(RefusalCode.ExternalRejected, $"mirakl refused: {message}") { VendorCode = code, Field = field }, outcome.Refusal);
    }

    [Fact]
    public async Task Accepting_an_unknown_order_is_refused_as_not_found() =>
        Assert.Equal(RefusalCode.NotFound, (await AcceptAsync("Order_00035-A")).Refusal?.Code);

    [Fact]
    public async Task Accepting_without_the_role_is_a_failure_and_not_repeated()
    {
        var failure = await FailureAsync(() => AcceptAsync("Order_00040-A"));

        Assert.Equal((CommerceErrorKind.Forbidden, false), (failure.Kind, failure.IsOutcomeUnknown));
        Assert.Equal(1, mirakl.Sent());
    }

    [Fact]
    public async Task A_lost_acceptance_is_sent_again()
    {
        await AcceptAsync("Order_00037-A");

        Assert.Equal(2, mirakl.Sent("/accept"));
    }

    [Theory]
    [InlineData("Order_00036-A")]
    [InlineData("Order_00038-A")]
    [InlineData("Order_00039-A")]
    public async Task An_acceptance_without_an_answer_is_sent_twice_and_its_outcome_is_unknown(string id)
    {
        var failure = await FailureAsync(() => AcceptAsync(id, configure: ShortDeadline));

        Assert.Equal((CommerceErrorKind.Unavailable, true, "accept-order"), (failure.Kind, failure.IsOutcomeUnknown, failure.Operation));
        Assert.Equal(2, mirakl.Sent());
    }

    private Task<Outcome<OrderDecided>> AcceptAsync(
        string id, string[]? refused = null, Action<MiraklMarketplaceOptions>? configure = null) =>
        ((IOrderAcceptance)Client(configure)).DecideOrderAsync(new OrderDecision
        {
            OrderId = new(id),
            AcceptedLines = [new($"{id}-1")],
            RefusedLines = [.. (refused ?? []).Select(line => new MarketplaceOrderLineId(line))],
        });

    private Task<Outcome<OrderDecided>> RefuseAsync(string id) => ((IOrderAcceptance)Client()).DecideOrderAsync(
        new OrderDecision { OrderId = new(id), AcceptedLines = [], RefusedLines = [new($"{id}-1")] });
}
