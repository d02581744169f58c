using Xunit;

namespace Commerce.Payments.Tests.Stripe;

public sealed partial class StripeSandboxJourneyTests
{
    [Fact]
    public async Task A_hold_is_taken_in_several_parts_up_to_its_amount()
    {
        var held = await HeldAsync();

        var first = Done(await CaptureAsync(held, 30m, isFinal: false));
        var tooMuch = await CaptureAsync(held, 70.01m);
        var second = Done(await CaptureAsync(held, 20m, isFinal: false));
        var last = Done(await CaptureAsync(held, 40m));
        var closed = await CaptureAsync(held, 10m);

        Assert.Equal((PaymentStatus.Authorized, Usd(100m), true, true), (held.Status, held.Capturable, held.CanCaptureAgain, held.CanIncrease));
        Assert.Equal((PaymentStatus.Authorized, Usd(30m), Usd(70m)), (first.Status, first.Captured, first.Capturable));
        Assert.Equal(("AmountExceeded", "Amount"), Seen(tooMuch));
        Assert.Equal((Usd(50m), Usd(50m)), (second.Captured, second.Capturable));
        Assert.Equal((PaymentStatus.Succeeded, Usd(90m), Usd(0m)), (last.Status, last.Captured, last.Capturable));
        Assert.Equal("InvalidTransition", Seen(closed).Code);
        Assert.Equal(9000, Stripe.Balance["usd"]);
    }

    [Fact]
    public async Task A_hold_that_was_not_granted_several_captures_says_so()
    {
        var plain = await PayAsync(more: "capture_method=manual");

        var part = await Client<IPaymentGateway>().CapturePaymentAsync(new()
        {
            Key = Key(), PaymentId = new((string)plain["id"]!), Amount = Usd(30m), IsFinal = false,
        });
        var raised = await Client<IAuthorizationClient>().IncreaseAuthorizationAsync(new() { Key = Key(), PaymentId = new((string)plain["id"]!), Amount = Usd(120m) });

        Assert.Equal((("NotSupported", "IsFinal"), ("NotSupported", "PaymentId")), (Seen(part), Seen(raised)));
    }

    [Fact]
    public async Task A_hold_is_raised_ten_times_and_taken_whole()
    {
        var held = await HeldAsync();

        for (var i = 1; i <= 10; i++)
        {
            Assert.Equal(Usd(100m + i), Done(await RaiseAsync(held, 100m + i)).Capturable);
        }

        var eleventh = await RaiseAsync(held, 150m);
        var smaller = await RaiseAsync(await HeldAsync(), 99m);
        var taken = Done(await Client<IPaymentGateway>().CapturePaymentAsync(new() { Key = Key(), PaymentId = held.Id }));
        var afterwards = await RaiseAsync(held, 160m);

        Assert.Equal([("Validation", "Amount"), ("Validation", "Amount")], [Seen(eleventh), Seen(smaller)]);
        Assert.Equal((PaymentStatus.Succeeded, Usd(110m)), (taken.Status, taken.Captured));
        Assert.Equal("InvalidTransition", Seen(afterwards).Code);
    }

    [Fact]
    public async Task A_hold_is_let_go_once_and_cannot_be_taken_after_that()
    {
        var held = await HeldAsync();

        var cancelled = Done(await Client<IPaymentGateway>().CancelPaymentAsync(new() { Key = Key(), PaymentId = held.Id, Reason = PaymentRefundReason.Duplicate }));
        var again = Done(await Client<IPaymentGateway>().CancelPaymentAsync(new() { Key = Key(), PaymentId = held.Id }));
        var taken = await CaptureAsync(held, 10m);

        Assert.Equal((PaymentStatus.Cancelled, PaymentStatus.Cancelled, "InvalidTransition"), (cancelled.Status, again.Status, Seen(taken).Code));
    }

    [Fact]
    public async Task A_hold_ends_after_a_week()
    {
        var held = await HeldAsync();

        Clock.Advance(TimeSpan.FromDays(7));

        Assert.Equal(held.CreatedAt + TimeSpan.FromDays(7), held.CaptureBy);
        Assert.Equal(PaymentStatus.Cancelled, (await SeenAsync(held)).Status);
        Assert.Equal("InvalidTransition", Seen(await CaptureAsync(held, 10m)).Code);
    }

    [Fact]
    public async Task A_part_of_a_hold_takes_its_own_commission()
    {
        var seller = Seller();
        var held = await PaidAsync(Order() with { Capture = CaptureMode.Manual, Split = new() { Seller = seller, Commission = Usd(12m) } });

        var tooMuch = await Client<IPaymentGateway>().CapturePaymentAsync(new() { Key = Key(), PaymentId = held.Id, Amount = Usd(50m), Commission = Usd(51m) });
        var taken = Done(await Client<IPaymentGateway>().CapturePaymentAsync(new() { Key = Key(), PaymentId = held.Id, Amount = Usd(50m), Commission = Usd(6m) }));

        Assert.Equal(("Validation", "Commission"), Seen(tooMuch));
        Assert.Equal((Usd(50m), 4400L), (taken.Captured, Total(seller.Value)));
    }

    private Task<Outcome<Payment>> CaptureAsync(Payment held, decimal amount, bool isFinal = true) =>
        Client<IPaymentGateway>().CapturePaymentAsync(new() { Key = Key(), PaymentId = held.Id, Amount = Usd(amount), IsFinal = isFinal });

    private Task<Outcome<Payment>> RaiseAsync(Payment held, decimal amount) =>
        Client<IAuthorizationClient>().IncreaseAuthorizationAsync(new() { Key = Key(), PaymentId = held.Id, Amount = Usd(amount) });
}
