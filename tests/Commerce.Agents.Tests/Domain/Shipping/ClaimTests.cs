using Commerce.Agents.Domain;
using Commerce.Agents.Domain.Shipping;
using Commerce.Carriers;
using Xunit;

namespace Commerce.Agents.Tests.Domain.Shipping;

public sealed class ClaimTests
{
    private static readonly string[] Photograph = ["box.jpg"];

    [Fact]
    public void Claims_take_only_the_steps_of_the_table() =>
        Assert.Equal(["Filed > Accepted", "Filed > Rejected"], Steps.Of(CarrierClaimTransitions.Table));

    [Theory]
    [InlineData(80, null, 80)]
    [InlineData(150, null, 100)]
    [InlineData(150, 40, 40)]
    [InlineData(30, 40, 30)]
    [InlineData(null, 40, 40)]
    [InlineData(null, 400, 100)]
    public async Task The_amount_is_the_smaller_of_the_declared_and_the_insured_value(int? declared, int? claimed, int expected)
    {
        await using var dock = await DeliveredAsync(declared);

        var answer = await dock.AskAsync(new FileClaim(Dock.Order, CarrierClaimKind.Damage, Photograph, claimed is { } euros ? Money.Eur(euros) : null));

        Assert.Empty(answer.Refusals);
        var claim = Assert.Single(await dock.ListAsync<CarrierClaim>());
        Assert.Equal((Money.Eur(expected), CarrierClaimStatus.Filed, CarrierCode.Chronopost), (claim.Amount, claim.Status, claim.Carrier));
        Assert.Equal((claim.Id, claim.Amount), (dock.Host.Published.Only<CarrierClaimFiled>().ClaimId, dock.Host.Published.Only<CarrierClaimFiled>().Amount));
        Assert.Equal(claim.Id.ToString(), answer.Id);
    }

    [Fact]
    public async Task What_cannot_be_claimed_is_refused_by_field()
    {
        await using var dock = await DeliveredAsync(null);

        Assert.Equal("Evidence", await RefusedAsync(dock, new FileClaim(Dock.Order, CarrierClaimKind.Damage, [], Money.Eur(10))));
        Assert.Equal("Evidence", await RefusedAsync(dock, new FileClaim(Dock.Order, CarrierClaimKind.Damage, ["a", ""], Money.Eur(10))));
        Assert.Equal("Evidence", await RefusedAsync(dock, new FileClaim(Dock.Order, CarrierClaimKind.Damage, [.. Enumerable.Repeat("a", 21)], Money.Eur(10))));
        Assert.Equal("Value", await RefusedAsync(dock, new FileClaim(Dock.Order, CarrierClaimKind.Damage, Photograph)));
        Assert.Equal("Value", await RefusedAsync(dock, new FileClaim(Dock.Order, CarrierClaimKind.Damage, Photograph, Money.Eur(0))));
        Assert.Equal("Value", await RefusedAsync(dock, new FileClaim(Dock.Order, CarrierClaimKind.Damage, Photograph, new Money(10, Currency.Parse("USD")))));
        Assert.Equal("Kind", await RefusedAsync(dock, new FileClaim(Dock.Order, CarrierClaimKind.Delay, [], Money.Eur(10))));
        Assert.Equal("Kind", await RefusedAsync(dock, new FileClaim(Dock.Order, CarrierClaimKind.Loss, [], Money.Eur(10))));
        Assert.Equal("OrderId", await RefusedAsync(dock, new FileClaim(Dock.Order, CarrierClaimKind.Damage, Photograph, Money.Eur(10), 9)));
        Assert.Empty(await dock.ListAsync<CarrierClaim>());
    }

    [Fact]
    public async Task Nothing_is_claimed_of_a_carrier_that_insures_nothing()
    {
        await using var dock = await Dock.OpenAsync();
        await dock.ReadyAsync(value: 80);
        await dock.MoveAsync(TrackingStatus.Delivered);

        var answer = await dock.AskAsync(new FileClaim(Dock.Order, CarrierClaimKind.Damage, Photograph));

        Assert.Equal((RefusalCode.PolicyViolation, "Value"), (Assert.Single(answer.Refusals).Code, answer.Refusals[0].Field));
    }

    [Fact]
    public async Task Claims_are_taken_for_fourteen_days_after_delivery()
    {
        await using var dock = await DeliveredAsync(80);
        var delivered = (await dock.StateAsync()).DeliveredAt!.Value;

        await dock.Host.AdvanceAsync(delivered.AddDays(14) - dock.Host.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        var late = await dock.AskAsync(new FileClaim(Dock.Order, CarrierClaimKind.Damage, Photograph));
        await using var other = await DeliveredAsync(80);
        await other.Host.AdvanceAsync((await other.StateAsync()).DeliveredAt!.Value.AddDays(14) - other.Host.Clock.GetUtcNow());
        var inTime = await other.AskAsync(new FileClaim(Dock.Order, CarrierClaimKind.Damage, Photograph));

        Assert.Equal(RefusalCode.WindowExpired, Assert.Single(late.Refusals).Code);
        Assert.Empty(inTime.Refusals);
    }

    [Fact]
    public async Task A_kind_is_claimed_once()
    {
        await using var dock = await DeliveredAsync(80);
        await dock.AskAsync(new FileClaim(Dock.Order, CarrierClaimKind.Damage, Photograph));

        var again = await dock.AskAsync(new FileClaim(Dock.Order, CarrierClaimKind.Damage, Photograph));

        Assert.Equal(RefusalCode.Duplicate, Assert.Single(again.Refusals).Code);
        Assert.Single(await dock.ListAsync<CarrierClaim>());
    }

    [Fact]
    public async Task A_loss_is_claimed_out_of_its_review_and_ends_the_shipment()
    {
        await using var dock = await OpenAsync();
        await dock.ReadyAsync(value: 80);
        var early = await dock.AskAsync(new FileClaim(Dock.Order, CarrierClaimKind.Loss, []));
        await dock.Host.AdvanceAsync(TimeSpan.FromDays(11));

        var answer = await dock.AskAsync(new FileClaim(Dock.Order, CarrierClaimKind.Loss, []));
        await dock.Host.SettleAsync();

        Assert.Equal("Kind", Assert.Single(early.Refusals).Field);
        Assert.Empty(answer.Refusals);
        Assert.Equal(ShipmentStatus.Lost, (await dock.StateAsync()).Status);
        Assert.Equal(TrackingStatus.Lost, dock.Host.Published.Only<ShipmentStatusChanged>().Status);
    }

    [Fact]
    public async Task A_delay_is_claimed_after_the_promised_day()
    {
        await using var dock = await OpenAsync();
        await dock.ReadyAsync(value: 80);
        await dock.Host.AdvanceAsync(TimeSpan.FromDays(2));

        var answer = await dock.AskAsync(new FileClaim(Dock.Order, CarrierClaimKind.Delay, []));

        Assert.Empty(answer.Refusals);
        Assert.Equal(ShipmentStatus.Created, (await dock.StateAsync()).Status);
    }

    [Theory]
    [InlineData(null, 80)]
    [InlineData(50, 50)]
    public async Task A_carrier_pays_all_or_a_part(int? paid, int expected)
    {
        await using var dock = await DeliveredAsync(80);
        var id = await FileAsync(dock);

        var answer = await dock.AskAsync(new ResolveClaim(Dock.Order, id, true, paid is { } euros ? Money.Eur(euros) : null));
        var again = await dock.AskAsync(new ResolveClaim(Dock.Order, id, false));

        Assert.Empty(answer.Refusals);
        Assert.Equal(RefusalCode.InvalidTransition, Assert.Single(again.Refusals).Code);
        var claim = Assert.Single(await dock.ListAsync<CarrierClaim>());
        Assert.Equal((CarrierClaimStatus.Accepted, Money.Eur(expected)), (claim.Status, claim.Settled!.Value));
        Assert.Equal(Money.Eur(expected), dock.Host.Published.Only<CarrierClaimResolved>().Amount);
    }

    [Fact]
    public async Task A_carrier_that_refuses_pays_nothing()
    {
        await using var dock = await DeliveredAsync(80);
        var id = await FileAsync(dock);

        var paying = await dock.AskAsync(new ResolveClaim(Dock.Order, id, false, Money.Eur(5)));
        await dock.AskAsync(new ResolveClaim(Dock.Order, id, false));
        await dock.Host.SettleAsync();

        Assert.Equal("Amount", Assert.Single(paying.Refusals).Field);
        Assert.Equal((false, Money.Eur(0)), (dock.Host.Published.Only<CarrierClaimResolved>().IsAccepted, dock.Host.Published.Only<CarrierClaimResolved>().Amount));
    }

    [Fact]
    public async Task An_answer_to_no_claim_or_above_it_is_refused()
    {
        await using var dock = await DeliveredAsync(80);
        var id = await FileAsync(dock);

        Assert.Equal("ClaimId", await RefusedAsync(dock, new ResolveClaim(Dock.Order, Guid.NewGuid(), true)));
        Assert.Equal("ClaimId", await RefusedAsync(dock, new ResolveClaim(Dock.Order, id, true, null, 2)));
        Assert.Equal("Amount", await RefusedAsync(dock, new ResolveClaim(Dock.Order, id, true, Money.Eur(80.01m))));
        Assert.Equal("Amount", await RefusedAsync(dock, new ResolveClaim(Dock.Order, id, true, Money.Eur(0))));
        Assert.Equal("Amount", await RefusedAsync(dock, new ResolveClaim(Dock.Order, id, true, new Money(5, Currency.Parse("USD")))));
        Assert.Equal(CarrierClaimStatus.Filed, Assert.Single(await dock.ListAsync<CarrierClaim>()).Status);
    }

    private static Task<Dock> OpenAsync() => Dock.OpenAsync(options => options.IncludedInsurance[CarrierCode.Chronopost] = Money.Eur(100));

    private static async Task<Dock> DeliveredAsync(decimal? value)
    {
        var dock = await OpenAsync();
        await dock.ReadyAsync(value: value);
        await dock.MoveAsync(TrackingStatus.Delivered);
        return dock;
    }

    private static async Task<Guid> FileAsync(Dock dock) =>
        Guid.Parse((await dock.AskAsync(new FileClaim(Dock.Order, CarrierClaimKind.Damage, Photograph))).Id);

    private static async Task<string?> RefusedAsync(Dock dock, IMessage command)
    {
        var refusal = Assert.Single((await dock.AskAsync(command)).Refusals);
        Assert.NotEmpty(refusal.Message);
        return refusal.Field;
    }
}
