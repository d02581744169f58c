using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Payments;
using Commerce.Payments;
using Commerce.Testing;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Payments;

/// <summary>PAY-1: money that goes back, never more than was taken and never twice.</summary>
public sealed class RefundTests
{
    private static readonly Guid First = Guid.Parse("018f0000-0000-7000-8000-000000000001");
    private static readonly Guid Second = Guid.Parse("018f0000-0000-7000-8000-000000000002");

    [Fact]
    public async Task Several_parts_go_back_and_never_more_than_was_taken()
    {
        await using var shop = await Shop.OpenAsync();
        var id = await shop.PlaceAsync(Shop.Draft());

        await RequestAsync(shop, id, First, 50m);
        await RequestAsync(shop, id, First, 50m);
        await RequestAsync(shop, id, Second, 50m);

        Assert.Equal(71.76m, (await shop.OrderAsync(id)).Captured!.Value.Amount);
        Assert.Equal(50m, Assert.Single(shop.Gateway.Refunds).Amount.Amount);
        var failed = shop.Host.Published.Only<RefundFailed>();
        Assert.Equal((Second, "The amount is 50.00 EUR: at most 21.76 EUR can go back."), (failed.RefundId, failed.Reason));
        Assert.False(shop.Host.Published.Only<RefundCompleted>().IsAll);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task Nothing_and_less_do_not_go_back(int amount)
    {
        await using var shop = await Shop.OpenAsync();
        var id = await shop.PlaceAsync(Shop.Draft());

        await RequestAsync(shop, id, First, amount);

        Assert.Equal(First, shop.Host.Published.Only<RefundFailed>().RefundId);
        Assert.Empty(shop.Gateway.Refunds);
    }

    [Theory]
    [InlineData(20, 0, "more than 500 goes back")]
    [InlineData(1, 91, "the payment is older than 90 days")]
    public async Task A_large_or_late_refund_needs_a_second_person(int lamps, int days, string why)
    {
        await using var shop = await Shop.OpenAsync(lamps: 20);
        var id = await shop.PlaceAsync(Shop.Draft(lamps: lamps));
        await shop.Host.AdvanceAsync(TimeSpan.FromDays(days));
        var amount = Math.Min(600m, (await shop.OrderAsync(id)).Captured!.Value.Amount);

        await RequestAsync(shop, id, First, amount);
        var before = shop.Gateway.Refunds.Count;
        var same = await shop.Host.AskAsync<Answer>(new DecideRefund(id, First, true, "ANN"));
        var unknown = await shop.Host.AskAsync<Answer>(new DecideRefund(id, Second, true, "ben"));
        var nobody = await shop.Host.AskAsync<Answer>(new DecideRefund(id, First, true, " "));
        var other = await shop.Host.AskAsync<Answer>(new DecideRefund(id, First, true, "ben"));
        await shop.Host.SettleAsync();
        var again = await shop.Host.AskAsync<Answer>(new DecideRefund(id, First, false, "ben"));

        Assert.Equal(why, shop.Host.Published.Only<RefundApprovalNeeded>().Reason);
        Assert.Equal(0, before);
        Assert.Equal((RefusalCode.Forbidden, "Reviewer"), (Assert.Single(same.Refusals).Code, same.Refusals[0].Field));
        Assert.Equal((RefusalCode.NotFound, "RefundId"), (Assert.Single(unknown.Refusals).Code, unknown.Refusals[0].Field));
        Assert.Equal((RefusalCode.Validation, "Reviewer"), (Assert.Single(nobody.Refusals).Code, nobody.Refusals[0].Field));
        Assert.Empty(other.Refusals);
        Assert.Equal(RefusalCode.InvalidTransition, Assert.Single(again.Refusals).Code);
        Assert.Equal(amount, Assert.Single(shop.Gateway.Refunds).Amount.Amount);
    }

    [Fact]
    public async Task A_second_person_may_refuse()
    {
        await using var shop = await Shop.OpenAsync(lamps: 20);
        var id = await shop.PlaceAsync(Shop.Draft(lamps: 20));

        await RequestAsync(shop, id, First, 501m);
        await shop.Host.AskAsync<Answer>(new DecideRefund(id, First, false, "ben"));
        await RequestAsync(shop, id, Second, 500m);

        Assert.Equal("A second person has refused it.", shop.Host.Published.Only<RefundFailed>().Reason);
        Assert.Equal(500m, Assert.Single(shop.Gateway.Refunds).Amount.Amount);
    }

    [Fact]
    public async Task A_refund_whose_answer_was_lost_is_not_paid_twice()
    {
        await using var shop = await Shop.OpenAsync();
        var id = await shop.PlaceAsync(Shop.Draft());
        shop.Gateway.Faults.LoseAnswer("RefundPayment");

        await RequestAsync(shop, id, First, 10m);
        await shop.Host.AdvanceAsync(TimeSpan.FromMinutes(5));

        Assert.Single(shop.Gateway.Refunds);
        Assert.Single(shop.Host.Published.All<RefundCompleted>());
    }

    [Theory]
    [MemberData(nameof(AgentCrashContract.CallingPoints), MemberType = typeof(AgentCrashContract))]
    public async Task A_refund_whose_process_died_is_not_paid_twice(CrashPoint point)
    {
        await using var shop = await Shop.OpenAsync();
        var id = await shop.PlaceAsync(Shop.Draft());

        shop.Host.CrashNextAt(point);
        await shop.Host.SendAsync(new RefundRequested(id, First, Money.Eur(10m), PaymentRefundReason.ProductDefect, "ann"));
        await shop.Host.RestartAfterCrashAsync();
        await shop.Host.SettleAsync();

        Assert.Equal(10m, Assert.Single(shop.Gateway.Refunds).Amount.Amount);
        var payment = await shop.Host.StateAsync<OrderPayment>(PaymentsAgentsBuilderExtensions.PaymentAgentName, id.ToString());
        Assert.Equal(RefundState.Completed, Assert.Single(payment.Refunds).Status);
    }

    [Fact]
    public async Task A_gateway_that_refuses_is_asked_three_times_and_then_a_person()
    {
        await using var shop = await Shop.OpenAsync();
        var id = await shop.PlaceAsync(Shop.Draft());
        shop.Gateway.Faults.Refuse("RefundPayment", new Refusal(RefusalCode.ExternalRejected, "The card is closed."), times: 3);

        await RequestAsync(shop, id, First, 10m);
        var early = shop.Host.Published.All<RefundFailed>().Count;
        await shop.Host.AdvanceAsync(TimeSpan.FromHours(3));

        Assert.Equal(0, early);
        Assert.Contains("refused it 3 times: The card is closed.", shop.Host.Published.Only<RefundFailed>().Reason, StringComparison.Ordinal);
    }

    private static async Task RequestAsync(Shop shop, OrderId id, Guid request, decimal amount)
    {
        await shop.Host.SendAsync(new RefundRequested(id, request, Money.Eur(amount), PaymentRefundReason.ProductDefect, "ann"));
        await shop.Host.SettleAsync();
    }
}
