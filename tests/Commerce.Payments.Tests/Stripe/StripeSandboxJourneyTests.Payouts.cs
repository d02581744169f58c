using Xunit;

namespace Commerce.Payments.Tests.Stripe;

public sealed partial class StripeSandboxJourneyTests
{
    [Fact]
    public async Task A_payout_arrives()
    {
        var seller = await FundedAsync();
        var made = Done(await PayOutAsync(50m, seller));

        Clock.Advance(TimeSpan.FromHours(12));
        var leaving = await Client<IPayoutGateway>().FindPayoutAsync(made.Id, seller);
        Clock.Advance(TimeSpan.FromDays(2));
        var arrived = await Client<IPayoutGateway>().FindPayoutAsync(made.Id, seller);
        var listed = await AllAsync(Client<IPayoutGateway>().ListPayouts(new() { Seller = seller, Status = PayoutStatus.Paid }));

        Assert.Equal((PayoutStatus.Pending, PayoutStatus.InTransit, PayoutStatus.Paid), (made.Status, leaving!.Status, arrived!.Status));
        Assert.Equal((made.Id, seller), (Assert.Single(listed).Id, listed[0].Seller));
        Assert.Equal(46.80m, await WorthAsync(seller));
        Assert.Null(await Client<IPayoutGateway>().FindPayoutAsync(made.Id));
    }

    [Theory]
    [InlineData("000111111116", "no_account")]
    [InlineData("DE89370400440532013002", "account_closed")]
    public async Task A_payout_that_arrived_fails_after_all_and_the_money_is_back(string bank, string failure)
    {
        var seller = await FundedAsync();
        Stripe.SetBankAccount(bank, seller.Value);
        var made = Done(await PayOutAsync(50m, seller));

        Clock.Advance(TimeSpan.FromDays(2));
        var arrived = (await Client<IPayoutGateway>().FindPayoutAsync(made.Id, seller))!.Status;
        Clock.Advance(TimeSpan.FromDays(1));
        var failed = await Client<IPayoutGateway>().FindPayoutAsync(made.Id, seller);
        var events = await AllAsync(Client<IPaymentEventReader>().ListEvents(new() { Seller = seller, Types = ["payout.failed"] }));
        var movements = await AllAsync(Client<IBalanceReader>().ListMovements(new() { Seller = seller, Type = "payout_failure" }));

        Assert.Equal((PayoutStatus.Paid, PayoutStatus.Failed, failure), (arrived, failed!.Status, failed.FailureCode));
        var told = Assert.IsType<PayoutChanged>(Assert.Single(events));
        Assert.Equal((made.Id, PayoutStatus.Failed, seller), (told.Payout.Id, told.Payout.Status, told.Account));
        Assert.Equal((Usd(50m), MovementKind.Payout), (Assert.Single(movements).Amount, movements[0].Kind));
        Assert.Equal(96.80m, await WorthAsync(seller));
    }

    [Fact]
    public async Task A_payout_needs_the_money_and_a_seller_who_is_ready()
    {
        var newcomer = Done(await Client<IConnectedAccountClient>().CreateAccountAsync(new() { Key = Key(), Country = CountryCode.France, Capabilities = Both })).Id;

        var tooMuch = await PayOutAsync(96.81m, await FundedAsync());
        var tooEarly = await PayOutAsync(1m, newcomer);
        var forint = await Client<IPayoutGateway>().CreatePayoutAsync(new() { Key = Key(), Amount = new(10.50m, Currency.Parse("HUF")) });

        Assert.Equal(("AmountExceeded", "Amount"), Seen(tooMuch));
        Assert.Equal(["PolicyViolation", "Validation"], Codes(Seen(tooEarly).Code, Seen(forint).Code));
        Assert.Empty(Stripe.Payouts);
    }

    [Fact]
    public async Task A_payout_is_called_off_while_it_is_pending()
    {
        var (recall, seller) = (Client<IPayoutRecallClient>(), await FundedAsync());
        var made = Done(await PayOutAsync(10m, seller));
        var leaving = Done(await PayOutAsync(10m, seller));

        var cancelled = Done(await recall.CancelPayoutAsync(Key(), made.Id, seller));
        var again = Done(await recall.CancelPayoutAsync(Key(), made.Id, seller));
        Clock.Advance(TimeSpan.FromHours(12));
        var tooLate = await recall.CancelPayoutAsync(Key(), leaving.Id, seller);
        var unknown = await recall.CancelPayoutAsync(Key(), new("po_unknown"), seller);

        Assert.Equal((PayoutStatus.Cancelled, PayoutStatus.Cancelled), (cancelled.Status, again.Status));
        Assert.Equal(["InvalidTransition", "NotFound"], Codes(Seen(tooLate).Code, Seen(unknown).Code));
        Assert.Equal([made.Id], (await AllAsync(Client<IPayoutGateway>().ListPayouts(new() { Seller = seller, Status = PayoutStatus.Cancelled }))).Select(payout => payout.Id));
        Assert.Equal(86.80m, await WorthAsync(seller));
    }

    [Fact]
    public async Task Only_an_American_bank_sends_a_payout_back()
    {
        var recall = Client<IPayoutRecallClient>();
        var (american, french) = (await FundedAsync("US"), await FundedAsync());
        var (there, here) = (Done(await PayOutAsync(10m, american)), Done(await PayOutAsync(10m, french)));

        var tooEarly = await recall.ReversePayoutAsync(Key(), there.Id, american);
        Clock.Advance(TimeSpan.FromDays(2));
        var back = Done(await recall.ReversePayoutAsync(Key(), there.Id, american));
        var twice = await recall.ReversePayoutAsync(Key(), there.Id, american);
        var never = await recall.ReversePayoutAsync(Key(), here.Id, french);
        var unknown = await recall.ReversePayoutAsync(Key(), new("po_unknown"), french);

        Assert.Equal("InvalidTransition", Seen(tooEarly).Code);
        Assert.Equal((Usd(-10m), false), (back.Amount, back.Id == there.Id));
        Assert.Equal(["NotSupported", "NotSupported", "NotFound"], Codes(Seen(twice).Code, Seen(never).Code, Seen(unknown).Code));
        Assert.Equal((96.80m, 86.80m), (await WorthAsync(american), await WorthAsync(french)));
    }

    [Fact]
    public async Task More_than_a_hundred_payouts_are_listed_to_the_last()
    {
        var seller = await FundedAsync();
        for (var i = 0; i < 101; i++)
        {
            await PostAsync("payouts", "amount=50&currency=usd", seller.Value);
        }

        Assert.Equal([100, 1], await PagesAsync(Client<IPayoutGateway>().ListPayouts(new() { Seller = seller })));
    }

    private Task<Outcome<Payout>> PayOutAsync(decimal amount, ConnectedAccountId seller) =>
        Client<IPayoutGateway>().CreatePayoutAsync(new() { Key = Key(), Amount = Usd(amount), Seller = seller });

    /// <summary>Gives a seller who has 96.80 to pay out.</summary>
    private async Task<ConnectedAccountId> FundedAsync(string country = "FR")
    {
        var seller = Seller(country);
        await PaidAsync(Order(method: "pm_card_bypassPending") with { Split = new() { Seller = seller, Commission = Usd(0m), IsDirect = true } });
        return seller;
    }
}
