using Xunit;

namespace Commerce.Payments.Tests.Stripe;

public sealed partial class StripeConnectRecordingTests
{
    private static readonly TransferId Moved = new("tr_whole01");
    private static readonly CommissionId Kept = new("fee_1");

    [Fact]
    public async Task Money_is_moved_to_a_seller()
    {
        var transfer = (await Client<ITransferClient>().CreateTransferAsync(Move("transfer-created") with
        {
            Group = "order-42", Metadata = Notes, VendorFields = new Dictionary<string, string> { ["description"] = "Order 42" },
        })).Value;

        Assert.Equal((Moved, Money.Eur(88m), Money.Eur(0m), Lamps), (transfer.Id, transfer.Amount, transfer.Reversed, transfer.Destination));
        Assert.Equal((Created, "42"), (transfer.CreatedAt, transfer.Metadata["order_id"]));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task The_money_of_a_payment_is_that_of_its_charge()
    {
        var transfer = (await Client<ITransferClient>().CreateTransferAsync(Move("transfer-of-payment") with { Source = new("pi_paid01") })).Value;

        Assert.Equal("tr_source01", transfer.Id.Value);
        await MatchRequestAsync(2);
    }

    [Theory]
    [InlineData("pi_none01", "NotFound")]
    [InlineData("pi_open01", "InvalidTransition")]
    public async Task A_payment_without_a_charge_has_no_money_to_move(string source, string code)
    {
        var outcome = await Client<ITransferClient>().CreateTransferAsync(Move("any") with { Source = new(source) });

        Assert.Equal((code, "Source"), Seen(outcome));
        Assert.Equal(0, stripe.Sent("/v1/transfers"));
    }

    [Theory]
    [InlineData("transfer-too-low", "AmountExceeded", "Amount")]
    [InlineData("transfer-too-much", "AmountExceeded", "Amount")]
    [InlineData("transfer-not-allowed", "PolicyViolation", null)]
    [InlineData("transfer-no-seller", "NotFound", "Destination")]
    [InlineData("transfer-mixed", "Validation", "Source")]
    public async Task A_transfer_that_cannot_be_is_refused(string key, string code, string? field) =>
        Assert.Equal((code, field), Seen(await Client<ITransferClient>().CreateTransferAsync(Move(key))));

    [Fact]
    public async Task An_amount_that_Stripe_does_not_take_is_refused_before_the_call()
    {
        var client = Client<ITransferClient>();
        var shillings = Money.Parse("100 UGX");

        Assert.Equal(("Validation", "Amount"), Seen(await client.CreateTransferAsync(Move("any") with { Amount = shillings })));
        Assert.Equal(("Validation", "Amount"), Seen(await client.ReverseTransferAsync(Back("any") with { Amount = shillings })));
        Assert.Equal(("Validation", "Amount"), Seen(await Client<ICommissionClient>().RefundCommissionAsync(
            new RefundCommissionRequest { Key = new("any"), CommissionId = Kept, Amount = shillings })));
        Assert.Equal(0, stripe.Sent());
    }

    [Fact]
    public async Task A_transfer_is_taken_back_whole()
    {
        var reversal = (await Client<ITransferClient>().ReverseTransferAsync(Back("reversal-whole"))).Value;

        Assert.Equal(("trr_whole01", Moved, Money.Eur(88m)), (reversal.Id.Value, reversal.TransferId, reversal.Amount));
        Assert.Equal((Created.AddMinutes(1), "7"), (reversal.CreatedAt, reversal.Metadata["return"]));
        Assert.StartsWith("req_connect", reversal.RequestId, StringComparison.Ordinal);
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_transfer_is_taken_back_in_part_with_the_commission()
    {
        var reversal = (await Client<ITransferClient>().ReverseTransferAsync(Back("reversal-part") with
        {
            Amount = Money.Eur(25m), RefundCommission = true, Metadata = Notes, VendorFields = new Dictionary<string, string> { ["description"] = "Return 7" },
        })).Value;

        Assert.Equal(Money.Eur(25m), reversal.Amount);
        await MatchRequestAsync();
    }

    [Theory]
    [InlineData("tr_whole01", "reversal-too-much", 1)]
    [InlineData("tr_whole01", "reversal-seller-poor", 1)]
    [InlineData("tr_back01", "reversal-nothing-left", 2)]
    public async Task More_than_is_left_of_a_transfer_is_not_taken_back(string transfer, string key, int requests)
    {
        var outcome = await Client<ITransferClient>().ReverseTransferAsync(Back(key) with { TransferId = new(transfer), Amount = Money.Eur(99m) });

        Assert.Equal(("AmountExceeded", "Amount"), Seen(outcome));
        Assert.Equal(requests, stripe.Sent());
    }

    [Fact]
    public async Task A_no_that_nothing_explains_is_a_failure()
    {
        var failure = await Assert.ThrowsAsync<CommerceException>(() => Client<ITransferClient>().ReverseTransferAsync(Back("reversal-odd")));

        Assert.Equal((CommerceErrorKind.Invalid, "reverse-transfer"), (failure.Kind, failure.Operation));
    }

    [Fact]
    public async Task A_transfer_is_found_with_what_was_taken_back()
    {
        var transfer = await Client<ITransferClient>().FindTransferAsync(Moved);

        Assert.Equal((Money.Eur(25m), Lamps), (transfer?.Reversed, transfer?.Destination));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_transfer_that_Stripe_does_not_know_is_not_found() => Assert.Null(await Client<ITransferClient>().FindTransferAsync(new("tr_none01")));

    [Fact]
    public async Task Transfers_are_listed_page_by_page_with_the_same_filters()
    {
        var transfers = await AllAsync(Client<ITransferClient>().ListTransfers(new TransferQuery
        {
            Destination = Lamps, Group = "order-42", CreatedFrom = Created, CreatedBefore = Created.AddDays(1), PageSize = 2,
        }));

        Assert.Equal(["tr_2", "tr_1", "tr_0"], transfers.Select(transfer => transfer.Id.Value));
        await MatchRequestAsync(2);
    }

    [Fact]
    public async Task Commissions_are_listed_with_what_was_given_back()
    {
        var commissions = await AllAsync(Client<ICommissionClient>().ListCommissions(new CommissionQuery { ChargeId = "ch_paid01", CreatedFrom = Created }));

        Assert.Equal(["fee_1", "fee_0"], commissions.Select(commission => commission.Id.Value));
        Assert.All(commissions, commission => Assert.Equal(
            (Lamps, Money.Eur(12m), Money.Eur(3m), "ch_paid01", Created),
            (commission.Seller, commission.Amount, commission.Refunded, commission.ChargeId, commission.CreatedAt)));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_commission_is_given_back_whole()
    {
        var refund = (await Client<ICommissionClient>().RefundCommissionAsync(
            new RefundCommissionRequest { Key = new("commission-refund-whole"), CommissionId = Kept })).Value;

        Assert.Equal(("fr_whole01", Kept, Money.Eur(9m)), (refund.Id.Value, refund.CommissionId, refund.Amount));
        await MatchRequestAsync();
    }

    [Fact]
    public async Task A_commission_is_given_back_in_part()
    {
        var refund = (await Client<ICommissionClient>().RefundCommissionAsync(new RefundCommissionRequest
        {
            Key = new("commission-refund-part"), CommissionId = Kept, Amount = Money.Eur(3m), Metadata = Notes,
        })).Value;

        Assert.Equal((Money.Eur(3m), "7"), (refund.Amount, refund.Metadata["return"]));
        await MatchRequestAsync();
    }

    [Theory]
    [InlineData("fee_1", "commission-refund-too-much", "AmountExceeded")]
    [InlineData("fee_none01", "commission-none", "NotFound")]
    public async Task A_commission_that_is_not_there_is_not_given_back(string commission, string key, string code)
    {
        var outcome = await Client<ICommissionClient>().RefundCommissionAsync(
            new RefundCommissionRequest { Key = new(key), CommissionId = new(commission), Amount = Money.Eur(10m) });

        Assert.Equal(code, outcome.Refusal?.Code.Value);
    }

    private static CreateTransferRequest Move(string key) => new() { Key = new(key), Amount = Money.Eur(88m), Destination = Lamps };

    private static ReverseTransferRequest Back(string key) => new() { Key = new(key), TransferId = Moved };
}
