using Commerce.Marketplaces.Ebay;
using Commerce.Testing.Sandbox;
using Xunit;

namespace Commerce.Marketplaces.Tests.Ebay;

public sealed partial class EbaySandboxTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_pays_money_back_is_signed_with_either_kind_of_key(bool isRsa)
    {
        Ebay.RequiresSignatures = true;
        var (jwe, key) = Ebay.CreateSigningKey(isRsa);
        var client = Client(options => (options.SigningKeyJwe, options.SigningPrivateKey) = (jwe, key));
        var ids = await PlaceOrdersAsync(2);
        var wish = Ebay.BuyerAsksToCancel(ids[1].Value);

        var refund = await RefundAsync(client, ids[0], 5m);

        // Approving has no body: another list of what is signed.
        var approved = await ((ICancellationRequests)client).AnswerCancellationAsync(Answer(wish, ids[1], isAccepted: true));

        Assert.True(refund.IsSuccess, refund.Refusal?.Message);
        Assert.True(approved.IsSuccess, approved.Refusal?.Message);
    }

    [Fact]
    public async Task What_is_not_signed_or_signed_with_an_unknown_key_is_refused()
    {
        Ebay.RequiresSignatures = true;
        var (_, key) = Ebay.CreateSigningKey(isRsa: true);
        var id = (await PlaceOrdersAsync(1))[0];

        var unsigned = await RefundAsync(Client(), id, 5m);
        var unknown = await RefundAsync(Client(options => (options.SigningKeyJwe, options.SigningPrivateKey) = ("another", key)), id, 5m);

        Assert.Equal(("215122", "215122"), (unsigned.Refusal?.VendorCode, unknown.Refusal?.VendorCode));
    }

    [Fact]
    public async Task A_key_that_is_made_by_the_client_signs()
    {
        Ebay.RequiresSignatures = true;
        var made = (await Client().CreateSigningKeyAsync(EbaySigningCipher.Ed25519)).Value;
        var client = Client(options => (options.SigningKeyJwe, options.SigningPrivateKey) = (made.Jwe, made.PrivateKey));

        Assert.True((await RefundAsync(client, (await PlaceOrdersAsync(1))[0], 5m)).IsSuccess);
        Assert.DoesNotContain(made.PrivateKey, made.ToString(), StringComparison.Ordinal);
        Assert.Equal(_clock.GetUtcNow().AddYears(3), made.ExpiresAt);
    }

    [Fact]
    public async Task A_refund_is_taken_then_paid_and_seen_at_the_order()
    {
        var client = Client();
        var refunds = (IOrderRefunds)client;
        var id = (await PlaceOrdersAsync(1))[0];
        var line = (await client.FindOrderAsync(id))!.Lines[0];

        var taken = (await refunds.RefundOrderAsync(new RefundOrderRequest
        {
            Key = new OperationKey("refund-1"), OrderId = id, Reason = RefundReason.Returned, Lines = [new LineAmount { LineId = line.Id, Quantity = 1 }],
        })).Value;
        var pending = await refunds.GetRefundAsync(taken);
        var second = await RefundAsync(client, id, 1m);
        Ebay.FinishEverything();
        var done = await refunds.GetRefundAsync(taken);

        Assert.Equal((MarketplaceRequestState.Pending, MarketplaceRequestState.Pending), (taken.State, pending.State));
        Assert.Equal((RefusalCode.Conflict, "34922"), (second.Refusal?.Code, second.Refusal?.VendorCode));
        Assert.Equal(MarketplaceRequestState.Done, done.State);
        Assert.Equal(Money.Eur(29.90m), (await client.FindOrderAsync(id))!.Lines[0].Refunded);
        Assert.Equal([(taken.VendorIds[0], Money.Eur(29.90m))], (await client.ListRefundsAsync(id)).Select(refund => (refund.Id, refund.Amount!.Value)));
    }

    [Fact]
    public async Task More_than_was_paid_is_refused_and_all_of_it_makes_the_order_refunded()
    {
        var client = Client();
        var id = (await PlaceOrdersAsync(1))[0];

        Assert.Equal(RefusalCode.AmountExceeded, (await RefundAsync(client, id, 64.71m)).Refusal?.Code);
        Assert.True((await RefundAsync(client, id, 64.70m)).IsSuccess);
        Ebay.FinishEverything();

        Assert.Equal(MarketplaceOrderState.Refunded, (await client.FindOrderAsync(id))!.State);
    }

    [Fact]
    public async Task A_seller_cancels_once_and_the_buyer_is_paid_back()
    {
        var client = Client();
        var cancellation = (IOrderCancellation)client;
        var id = (await PlaceOrdersAsync(1))[0];
        var request = new CancelOrderRequest { OrderId = id, Reason = CancellationReason.OutOfStock };
        _sandbox.Faults.Add("ebay", "cancel-order", SandboxFault.LoseAnswer);

        await Assert.ThrowsAsync<CommerceException>(() => cancellation.CancelOrderAsync(request));
        var again = (await cancellation.CancelOrderAsync(request)).Value;
        Ebay.FinishEverything();
        var done = await cancellation.GetCancellationAsync(again);
        var after = (await cancellation.CancelOrderAsync(request)).Value;

        Assert.Equal((true, MarketplaceRequestState.Done, MarketplaceRequestState.Done), (again.IsPending, done.State, after.State));
        Assert.Equal(again.VendorIds, after.VendorIds);
        Assert.Equal(MarketplaceOrderState.Cancelled, (await client.FindOrderAsync(id))!.State);
        Assert.Equal(1, _sandbox.Faults.Calls.Count(call => call.Operation == "cancel-order"));
    }

    [Fact]
    public async Task What_is_shipped_cannot_be_cancelled()
    {
        var client = Client();
        var id = (await PlaceOrdersAsync(1))[0];
        await client.ShipOrderAsync(Parts(id, (await client.FindOrderAsync(id))!.Lines[0], ("P1", 2)));

        var refused = await ((IOrderCancellation)client).CancelOrderAsync(new CancelOrderRequest { OrderId = id, Reason = CancellationReason.OutOfStock });
        var check = (await client.CheckCancellationAsync(id)).Value;

        Assert.Equal(RefusalCode.ExternalRejected, refused.Refusal?.Code);
        Assert.Equal((false, "ALREADY_SHIPPED"), (check.IsEligible, check.Reasons.Single()));
    }

    [Fact]
    public async Task Buyers_requests_are_listed_approved_and_rejected_and_a_second_answer_counts_as_done()
    {
        var client = Client();
        var requests = (ICancellationRequests)client;
        var ids = await PlaceOrdersAsync(3);
        var (first, second) = (Ebay.BuyerAsksToCancel(ids[0].Value), Ebay.BuyerAsksToCancel(ids[1].Value));
        await ((IOrderCancellation)client).CancelOrderAsync(new CancelOrderRequest { OrderId = ids[2], Reason = CancellationReason.AddressProblem });

        var open = await AllAsync(requests.ListCancellationRequests(new CancellationRequestQuery { OpenOnly = true, PageSize = 1 }));
        Assert.Equal([first, second], open.Select(request => request.Id.Value));
        Assert.True((await client.FindOrderAsync(ids[0]))!.IsCancellationRequested);
        Assert.Equal(
            RefusalCode.InvalidTransition,
            (await ((IOrderCancellation)client).CancelOrderAsync(new CancelOrderRequest { OrderId = ids[0], Reason = CancellationReason.OutOfStock })).Refusal?.Code);

        Assert.False((await requests.AnswerCancellationAsync(Answer(first, ids[0], isAccepted: true))).Value.IsOpen);
        Assert.True((await requests.AnswerCancellationAsync(Answer(first, ids[0], isAccepted: true))).IsSuccess);
        Assert.Equal(RefusalCode.InvalidTransition, (await requests.AnswerCancellationAsync(Answer(first, ids[0], isAccepted: false))).Refusal?.Code);
        Assert.True((await requests.AnswerCancellationAsync(Answer(second, ids[1], isAccepted: false))).IsSuccess);
        Assert.True((await requests.AnswerCancellationAsync(Answer(second, ids[1], isAccepted: false))).IsSuccess);
        Assert.Equal(RefusalCode.NotFound, (await requests.AnswerCancellationAsync(Answer("999", ids[1], isAccepted: false))).Refusal?.Code);
        Ebay.FinishEverything();

        Assert.Equal(MarketplaceOrderState.Cancelled, (await client.FindOrderAsync(ids[0]))!.State);
        Assert.Equal(MarketplaceOrderState.ReadyToShip, (await client.FindOrderAsync(ids[1]))!.State);
        Assert.Empty(await AllAsync(requests.ListCancellationRequests(new CancellationRequestQuery { OpenOnly = true })));
    }

    [Fact]
    public async Task Returns_are_decided_each_for_itself_received_and_paid_back()
    {
        var client = Client();
        var returns = (IReturnsClient)client;
        var ids = await PlaceOrdersAsync(2);
        var (kept, back) = (Ebay.BuyerReturns(ids[0].Value, 1), Ebay.BuyerReturns(ids[1].Value, 2));

        var outcomes = await returns.DecideReturnsAsync(
        [
            new ReturnDecision { ReturnId = new(kept), Verdict = ReturnVerdict.OfferPartialRefund, Amount = Money.Eur(10m) },
            new ReturnDecision { ReturnId = new("999"), Verdict = ReturnVerdict.Accept },
            new ReturnDecision { ReturnId = new(back), Verdict = ReturnVerdict.Accept },
            new ReturnDecision { ReturnId = new(back), Verdict = ReturnVerdict.Accept },
            new ReturnDecision { ReturnId = new(back), Verdict = ReturnVerdict.Close },
        ]);
        Assert.Equal([null, "NotFound", null, null, "NotSupported"], outcomes.Select(outcome => outcome.Refusal?.Code.Value));

        var received = await returns.DecideReturnsAsync([new ReturnDecision { ReturnId = new(back), Verdict = ReturnVerdict.ConfirmReceipt }]);
        Assert.True(received[0].IsSuccess, received[0].Refusal?.Message);
        Assert.Equal(
            RefusalCode.PolicyViolation, (await RefundAsync(client, ids[1], 1m)).Refusal?.Code);
        var refund = await ((IOrderRefunds)client).RefundOrderAsync(new RefundOrderRequest
        {
            Key = new OperationKey("return-1"), OrderId = ids[1], Reason = RefundReason.Returned, ReturnId = new(back),
        });

        Assert.Equal(MarketplaceRequestState.Done, refund.Value.State);
        Assert.Equal(Money.Eur(59.80m), (await client.FindOrderAsync(ids[1]))!.Lines[0].Refunded);
        Assert.Equal(
            [MarketplaceReturnState.Accepted, MarketplaceReturnState.Closed],
            (await AllAsync(returns.ListReturns(new ReturnQuery { ChangedSince = _clock.GetUtcNow().AddDays(-1) }))).Select(entry => entry.State));
    }

    [Fact]
    public async Task Inquiries_cases_and_disputes_are_listed_and_answered()
    {
        var client = Client();
        var ids = await PlaceOrdersAsync(3);
        Ebay.BuyerMissesItem(ids[0].Value);
        Ebay.BuyerMissesItem(ids[1].Value, isEscalated: true);
        var dispute = Ebay.BuyerDisputesPayment(ids[2].Value);

        var inquiry = Assert.Single(await AllAsync(client.ListInquiries(new EbayResolutionQuery { IncludeRaw = true })));
        var escalated = Assert.Single(await AllAsync(client.ListCases(new EbayResolutionQuery())));
        Assert.Contains("inquiryId", inquiry.Raw, StringComparison.Ordinal);
        Assert.True((await client.ProvideShipmentAsync(inquiry, "dpd", "P-1")).IsSuccess);
        Assert.True((await client.WriteToInquiryAsync(inquiry, "It is on its way.")).IsSuccess);
        Assert.Equal(RefusalCode.NotSupported, (await client.WriteToInquiryAsync(escalated, "It is on its way.")).Refusal?.Code);
        Assert.True((await client.RefundResolutionAsync(escalated)).IsSuccess);
        Assert.Equal(RefusalCode.ExternalRejected, (await client.RefundResolutionAsync(escalated)).Refusal?.Code);

        Assert.Equal((dispute, Money.Eur(64.70m)), (await AllAsync(client.ListPaymentDisputes(new EbayPaymentDisputeQuery()))).Select(entry => (entry.Id, entry.Amount!.Value)).Single());
        Assert.Equal(["ACCEPT", "CONTEST"], (await client.FindPaymentDisputeAsync(dispute))!.Choices);
        Assert.True((await client.AnswerPaymentDisputeAsync(dispute, isAccepted: false, "Delivered.")).IsSuccess);
        Assert.Equal(RefusalCode.ExternalRejected, (await client.AnswerPaymentDisputeAsync(dispute, isAccepted: true)).Refusal?.Code);
        Assert.Equal(RefusalCode.NotFound, (await client.AnswerPaymentDisputeAsync("999", isAccepted: true)).Refusal?.Code);
        Assert.Null(await client.FindPaymentDisputeAsync("999"));
    }

    private static CancellationAnswer Answer(string request, MarketplaceOrderId order, bool isAccepted) =>
        new() { RequestId = new(request), OrderId = order, IsAccepted = isAccepted };

    private static Task<Outcome<OrderRefunded>> RefundAsync(IMarketplaceClient client, MarketplaceOrderId id, decimal amount) =>
        ((IOrderRefunds)client).RefundOrderAsync(new RefundOrderRequest
        {
            Key = new OperationKey("refund-" + amount.ToString(System.Globalization.CultureInfo.InvariantCulture)), OrderId = id, Reason = RefundReason.Goodwill, Amount = Money.Eur(amount),
        });
}
