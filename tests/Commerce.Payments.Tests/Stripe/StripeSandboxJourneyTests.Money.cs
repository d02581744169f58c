using Commerce.Payments.Stripe;
using Xunit;

namespace Commerce.Payments.Tests.Stripe;

public sealed partial class StripeSandboxJourneyTests
{
    [Theory]
    [InlineData("direct", 84.80, 12.00)]
    [InlineData("commission", 88.00, 8.80)]
    [InlineData("amount", 88.00, 8.80)]
    [InlineData("separate", 88.00, 8.80)]
    public async Task A_payment_of_100_is_shared_as_Stripe_works_it_out(string pattern, decimal seller, decimal platform)
    {
        var account = Seller();
        var split = new SellerSplit { Seller = account, Commission = Usd(12m) };

        switch (pattern)
        {
            case "direct":
                await PaidAsync(Order() with { Split = split with { IsDirect = true } });
                break;
            case "commission":
                await PaidAsync(Order() with { Split = split });
                break;
            case "amount":
                await PaidAsync(Order() with
                {
                    Split = split with { Commission = Usd(0m) }, VendorFields = new Dictionary<string, string> { ["transfer_data[amount]"] = "8800" },
                });
                break;
            default:
                var paid = await PaidAsync();
                Done(await TransferAsync(account, 88m, paid.Id));
                break;
        }

        Assert.Equal((seller, platform), (await WorthAsync(account), await WorthAsync()));
        Assert.Equal(pattern is "direct" or "commission" ? [Usd(12m)] : [], (await AllAsync(Client<ICommissionClient>().ListCommissions(new()))).Select(fee => fee.Amount));
    }

    [Theory]
    [InlineData(true, true, 88 - 25 + 3, 8.80 - 3)]
    [InlineData(true, false, 88 - 25, 8.80)]
    [InlineData(false, false, 88, 8.80 - 25)]
    public async Task A_refund_of_a_quarter_takes_back_what_it_was_told_to(bool fromSeller, bool withCommission, decimal seller, decimal platform)
    {
        var account = Seller();
        var paid = await PaidAsync(Order() with { Split = new() { Seller = account, Commission = Usd(12m) } });

        var refund = Done(await Client<IPaymentGateway>().RefundPaymentAsync(new()
        {
            Key = Key(), PaymentId = paid.Id, Amount = Usd(25m), ReverseTransfer = fromSeller, RefundCommission = withCommission,
        }));

        Assert.Equal((seller, platform), (await WorthAsync(account), await WorthAsync()));
        Assert.Equal(fromSeller ? Usd(25m) : null, refund.TransferReversed);
    }

    [Fact]
    public async Task A_refund_that_takes_back_what_was_never_given_is_refused()
    {
        var paid = await PaidAsync();

        var transfer = await Client<IPaymentGateway>().RefundPaymentAsync(new() { Key = Key(), PaymentId = paid.Id, ReverseTransfer = true });
        var commission = await Client<IPaymentGateway>().RefundPaymentAsync(new() { Key = Key(), PaymentId = paid.Id, RefundCommission = true });

        Assert.Equal([("Validation", "ReverseTransfer"), ("Validation", "RefundCommission")], [Seen(transfer), Seen(commission)]);
    }

    [Fact]
    public async Task One_payment_is_shared_between_sellers_up_to_its_amount()
    {
        var (one, two) = (Seller(), Seller());
        var paid = await PaidAsync(Order() with { Group = "order-7" });

        var first = Done(await TransferAsync(one, 60m, paid.Id));
        var tooMuch = await TransferAsync(two, 40.01m, paid.Id);
        var second = Done(await TransferAsync(two, 40m, paid.Id));
        var grouped = await AllAsync(Client<ITransferClient>().ListTransfers(new() { Group = "order-7", PageSize = 1 }));
        var ofOne = await AllAsync(Client<ITransferClient>().ListTransfers(new() { Destination = one }));

        Assert.Equal(("AmountExceeded", "Amount"), Seen(tooMuch));
        Assert.Equal([second.Id, first.Id], grouped.Select(transfer => transfer.Id));
        Assert.Equal([first.Id], ofOne.Select(transfer => transfer.Id));
        Assert.Equal((60m, 40m, -3.20m), (await WorthAsync(one), await WorthAsync(two), await WorthAsync()));
    }

    [Fact]
    public async Task A_transfer_needs_money_a_payment_and_a_seller_who_may_have_it()
    {
        var newcomer = Done(await Client<IConnectedAccountClient>().CreateAccountAsync(new() { Key = Key(), Country = CountryCode.France, Capabilities = Both })).Id;
        var held = await Client<IPaymentGateway>().CreatePaymentAsync(new() { Key = Key(), Amount = Usd(100m) });
        var paid = await PaidAsync();

        var outcomes = new[]
        {
            Seen(await TransferAsync(Seller(), 1m)),
            Seen(await TransferAsync(Seller(), 1m, new("pi_unknown"))),
            Seen(await TransferAsync(Seller(), 1m, held.Value.Id)),
            Seen(await TransferAsync(new("acct_unknown"), 1m, paid.Id)),
            Seen(await TransferAsync(newcomer, 1m, paid.Id)),
        };

        Assert.Equal(
            [("AmountExceeded", "Amount"), ("NotFound", "Source"), ("InvalidTransition", "Source"), ("NotFound", "Destination"), ("PolicyViolation", "Destination")],
            outcomes);
        Assert.Empty(Stripe.Transfers);
    }

    [Fact]
    public async Task A_transfer_is_taken_back_in_parts_until_nothing_is_left()
    {
        var (transfers, seller) = (Client<ITransferClient>(), Seller());
        var made = Done(await TransferAsync(seller, 60m, (await PaidAsync()).Id));

        var part = Done(await ReverseAsync(made.Id, 20m));
        var tooMuch = await ReverseAsync(made.Id, 40.01m);
        var rest = Done(await ReverseAsync(made.Id));
        var nothing = await ReverseAsync(made.Id);
        var unknown = await ReverseAsync(new("tr_unknown"));

        Assert.Equal((Usd(20m), Usd(40m)), (part.Amount, rest.Amount));
        Assert.Equal([("AmountExceeded", "Amount"), ("AmountExceeded", "Amount")], [Seen(tooMuch), Seen(nothing)]);
        Assert.Equal("NotFound", Seen(unknown).Code);
        Assert.Equal((Usd(60m), seller), ((await transfers.FindTransferAsync(made.Id))!.Reversed, (await transfers.FindTransferAsync(made.Id))!.Destination));
        Assert.Equal((0m, 96.80m), (await WorthAsync(seller), await WorthAsync()));
        Assert.Null(await transfers.FindTransferAsync(new("tr_unknown")));
    }

    [Fact]
    public async Task A_transfer_that_the_seller_has_spent_is_not_taken_back()
    {
        var seller = Seller();
        var made = Done(await TransferAsync(seller, 60m, (await PaidAsync(method: "pm_card_bypassPending")).Id));
        Done(await PayOutAsync(50m, seller));

        Assert.Equal(("AmountExceeded", "Amount"), Seen(await ReverseAsync(made.Id, 20m)));
    }

    [Fact]
    public async Task A_commission_is_given_back_in_parts_until_nothing_is_left()
    {
        var (commissions, seller) = (Client<ICommissionClient>(), Seller());
        await PaidAsync(Order() with { Split = new() { Seller = seller, Commission = Usd(12m), IsDirect = true } });
        var taken = Assert.Single(await AllAsync(commissions.ListCommissions(new())));

        var part = Done(await GiveBackAsync(taken.Id, 5m));
        var tooMuch = await GiveBackAsync(taken.Id, 7.01m);
        var rest = Done(await GiveBackAsync(taken.Id));
        var nothing = await GiveBackAsync(taken.Id);
        var unknown = await GiveBackAsync(new("fee_unknown"));
        var ofCharge = Assert.Single(await AllAsync(commissions.ListCommissions(new() { ChargeId = taken.ChargeId })));

        Assert.Equal((seller, Usd(12m)), (taken.Seller, taken.Amount));
        Assert.Equal((Usd(5m), Usd(7m), Usd(12m)), (part.Amount, rest.Amount, ofCharge.Refunded));
        Assert.Equal([("AmountExceeded", "Amount"), ("AmountExceeded", "Amount")], [Seen(tooMuch), Seen(nothing)]);
        Assert.Equal("NotFound", Seen(unknown).Code);
        Assert.Equal((96.80m, 0m), (await WorthAsync(seller), await WorthAsync()));
    }

    [Fact]
    public async Task The_balance_is_the_sum_of_what_moved_it()
    {
        var seller = Seller();
        var paid = await PaidAsync(Order() with { Split = new() { Seller = seller, Commission = Usd(12m) } });
        await Client<IPaymentGateway>().RefundPaymentAsync(new() { Key = Key(), PaymentId = paid.Id, Amount = Usd(25m), ReverseTransfer = true, RefundCommission = true });
        var pending = Assert.Single(await Client<IBalanceReader>().GetBalanceAsync(seller));
        Clock.Advance(TimeSpan.FromDays(2));
        var available = Assert.Single(await Client<IBalanceReader>().GetBalanceAsync(seller));
        var platform = await AllAsync(Client<IBalanceReader>().ListMovements(new() { PageSize = 2 }));

        Assert.Equal((new Balance(Usd(0m), Usd(66m)), new Balance(Usd(66m), Usd(0m))), (pending, available));
        Assert.Equal(await WorthAsync(), platform.Sum(movement => movement.Net.Amount));
        Assert.All(platform, movement => Assert.Equal(movement.Net, movement.Amount - movement.Fee));
        Assert.Equal(
            ["capture", "commission", "commission", "refund", "transfer", "transfer"], platform.Select(movement => movement.Kind.Value).Order(StringComparer.Ordinal));
        Assert.Equal(paid.Id, platform.Single(movement => movement.Kind == MovementKind.Capture).PaymentId);
        Assert.Equal(Usd(3.20m), platform.Single(movement => movement.Kind == MovementKind.Capture).Fee);
        Assert.Equal(5.80m, await WorthAsync());
    }

    [Fact]
    public async Task More_than_a_hundred_movements_are_listed_to_the_last()
    {
        await ManyAsync(101);

        Assert.Equal([100, 1], await PagesAsync(Client<IBalanceReader>().ListMovements(new() { Type = "charge" })));
    }

    [Fact]
    public async Task Money_is_added_to_the_platform_or_called_off()
    {
        var connect = Client<IStripeConnectClient>();
        var made = Done(await connect.CreateTopUpAsync(new() { Key = Key(), Amount = Usd(500m), StatementText = "TOP UP" }));
        var other = Done(await connect.CreateTopUpAsync(new() { Key = Key(), Amount = Usd(20m) }));

        var cancelled = Done(await connect.CancelTopUpAsync(Key(), other.Id));
        var again = Done(await connect.CancelTopUpAsync(Key(), other.Id));
        Clock.Advance(TimeSpan.FromDays(1));
        var arrived = await connect.FindTopUpAsync(made.Id);
        var tooLate = await connect.CancelTopUpAsync(Key(), made.Id);
        var unknown = await connect.CancelTopUpAsync(Key(), "tu_unknown");
        var odd = await connect.CreateTopUpAsync(new() { Key = Key(), Amount = new(1.234m, Currency.Parse("KWD")) });

        Assert.Equal((StripeTopUpStatus.Pending, StripeTopUpStatus.Succeeded, 500m), (made.Status, arrived!.Status, await WorthAsync()));
        Assert.Equal((StripeTopUpStatus.Cancelled, StripeTopUpStatus.Cancelled), (cancelled.Status, again.Status));
        Assert.Equal(["InvalidTransition", "NotFound", "Validation"], Codes(Seen(tooLate).Code, Seen(unknown).Code, Seen(odd).Code));
        Assert.Equal([other.Id], (await AllAsync(connect.ListTopUps(new() { Status = StripeTopUpStatus.Cancelled }))).Select(topUp => topUp.Id));
        Assert.Null(await connect.FindTopUpAsync("tu_unknown"));
    }

    private Task<Outcome<Transfer>> TransferAsync(ConnectedAccountId seller, decimal amount, GatewayPaymentId? source = null) =>
        Client<ITransferClient>().CreateTransferAsync(new() { Key = Key(), Amount = Usd(amount), Destination = seller, Source = source });

    private Task<Outcome<TransferReversal>> ReverseAsync(TransferId transfer, decimal? amount = null) =>
        Client<ITransferClient>().ReverseTransferAsync(new() { Key = Key(), TransferId = transfer, Amount = amount is { } some ? Usd(some) : null });

    private Task<Outcome<CommissionRefund>> GiveBackAsync(CommissionId commission, decimal? amount = null) =>
        Client<ICommissionClient>().RefundCommissionAsync(new() { Key = Key(), CommissionId = commission, Amount = amount is { } some ? Usd(some) : null });

    /// <summary>Gives what an account has in all, as the client sees it.</summary>
    private async Task<decimal> WorthAsync(ConnectedAccountId? seller = null) => (await Client<IBalanceReader>().GetBalanceAsync(seller))
        .Where(balance => balance.Available.Currency == Currency.Usd).Sum(balance => balance.Available.Amount + balance.Pending.Amount);
}
