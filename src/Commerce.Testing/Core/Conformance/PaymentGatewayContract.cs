using Commerce.Payments;
using Xunit;

namespace Commerce.Testing.Conformance;

/// <summary>
/// What every <see cref="IPaymentGateway"/> does, whoever writes it. Derive, say how to make a client and which methods
/// are good and declined, and run: against a fake, a sandbox or the gateway's test mode.
/// </summary>
public abstract class PaymentGatewayContract
{
    private static readonly (PaymentFeature Feature, Type Interface)[] Interfaces =
    [
        (PaymentFeature.Listing, typeof(IPaymentDirectory)),
        (PaymentFeature.Disputes, typeof(IDisputeClient)),
        (PaymentFeature.ConnectedAccounts, typeof(IConnectedAccountClient)),
        (PaymentFeature.Transfers, typeof(ITransferClient)),
        (PaymentFeature.Payouts, typeof(IPayoutGateway)),
        (PaymentFeature.Balance, typeof(IBalanceReader)),
        (PaymentFeature.SavedMethods, typeof(ISavedMethodClient)),
        (PaymentFeature.MethodSetups, typeof(IMethodSetupClient)),
        (PaymentFeature.IncrementalAuthorization, typeof(IAuthorizationClient)),
        (PaymentFeature.PaymentUpdates, typeof(IPaymentUpdateClient)),
        (PaymentFeature.Commissions, typeof(ICommissionClient)),
        (PaymentFeature.Events, typeof(IPaymentEventReader)),
        (PaymentFeature.PayoutRecall, typeof(IPayoutRecallClient)),
        (PaymentFeature.RefundCancellation, typeof(IRefundCancelClient)),
    ];

    /// <summary>Gets a method that is accepted.</summary>
    protected abstract PaymentMethodToken GoodMethod { get; }

    /// <summary>Gets a method that is declined for insufficient funds.</summary>
    protected abstract PaymentMethodToken DeclinedMethod { get; }

    /// <summary>Gets a seller's account that the gateway knows, for direct charges.</summary>
    protected virtual ConnectedAccountId Seller => new("acct_conformance");

    /// <summary>Makes the client under test.</summary>
    /// <returns>A client with good credentials.</returns>
    protected abstract Task<IPaymentGateway> CreateClientAsync();

    /// <summary>Makes a client whose credentials the gateway refuses.</summary>
    /// <returns>The client, or <see langword="null"/> when the double has no credentials.</returns>
    protected abstract Task<IPaymentGateway?> CreateClientWithWrongCredentialsAsync();

    /// <summary>Features and interfaces agree, and every missing feature has a reason.</summary>
    [Fact]
    public async Task Declares_exactly_the_features_that_it_implements()
    {
        var client = await CreateClientAsync();

        foreach (var (feature, type) in Interfaces)
        {
            var support = client.Capabilities.Supports(feature);
            Assert.True(support.IsSupported == type.IsInstanceOfType(client), $"{feature}: {support} but {type.Name} says otherwise.");
            Assert.True(support.IsSupported || !string.IsNullOrWhiteSpace(support.Reason), $"{feature} is missing without a reason.");
        }
    }

    /// <summary>Held money is captured in part, and the rest is let go.</summary>
    [Fact]
    public async Task Holds_then_captures_a_part()
    {
        var client = await CreateClientAsync();

        var held = await AuthorizeAsync(client, "conformance-hold", 100m);
        var captured = (await client.CapturePaymentAsync(new CapturePaymentRequest
        {
            Key = new OperationKey("conformance-hold-capture"), PaymentId = held.Id, Amount = Money.Eur(60.50m),
        })).Value;

        Assert.Equal(PaymentStatus.Authorized, held.Status);
        Assert.Equal(Money.Eur(100m), held.Capturable);
        Assert.Equal(PaymentStatus.Succeeded, captured.Status);
        Assert.Equal(Money.Eur(60.50m), captured.Captured);
        Assert.Equal(Money.Eur(60.50m), (await client.FindPaymentAsync(held.Id))!.Captured);
    }

    /// <summary>The same key with the same request gives the first answer.</summary>
    [Fact]
    public async Task Repeats_the_first_answer_for_the_same_key()
    {
        var client = await CreateClientAsync();

        var first = await AuthorizeAsync(client, "conformance-repeat", 20m);
        var second = await AuthorizeAsync(client, "conformance-repeat", 20m);
        var conflict = await Assert.ThrowsAsync<CommerceException>(() => AuthorizeAsync(client, "conformance-repeat", 21m));

        Assert.Equal(first.Id, second.Id);
        Assert.Equal(CommerceErrorKind.Conflict, conflict.Kind);
    }

    /// <summary>A decline is a result with advice.</summary>
    [Fact]
    public async Task Gives_a_decline_as_a_result()
    {
        var client = await CreateClientAsync();

        var outcome = await client.CreatePaymentAsync(new CreatePaymentRequest
        {
            Key = new OperationKey("conformance-decline"),
            Amount = Money.Eur(15m),
            Method = DeclinedMethod,
            Capture = CaptureMode.Manual,
            Confirm = true,
        });

        var decline = Assert.IsType<Decline>(outcome.Refusal);
        Assert.Equal(RefusalCode.PaymentDeclined, decline.Code);
        Assert.Equal(DeclineReason.InsufficientFunds, decline.Reason);
        Assert.NotEmpty(decline.BuyerMessage);
    }

    /// <summary>Several refunds up to what was captured, and no cent more.</summary>
    [Fact]
    public async Task Refunds_in_parts_up_to_what_was_captured()
    {
        var client = await CreateClientAsync();
        var payment = await AuthorizeAsync(client, "conformance-refund", 50m);
        await client.CapturePaymentAsync(new CapturePaymentRequest { Key = new OperationKey("conformance-refund-capture"), PaymentId = payment.Id });

        var first = await RefundAsync(client, payment, "conformance-refund-1", 20m);
        var second = await RefundAsync(client, payment, "conformance-refund-2", 20m);
        var repeated = await RefundAsync(client, payment, "conformance-refund-2", 20m);
        var tooMuch = await RefundAsync(client, payment, "conformance-refund-3", 20m);
        var rest = await RefundAsync(client, payment, "conformance-refund-4", 10m);

        Assert.True(first.IsSuccess, first.Refusal?.Message);
        Assert.True(second.IsSuccess, second.Refusal?.Message);
        Assert.NotEqual(first.Value.Id, second.Value.Id);
        Assert.Equal(second.Value.Id, repeated.Value.Id);
        Assert.Equal(RefusalCode.AmountExceeded, tooMuch.Refusal?.Code);
        Assert.True(rest.IsSuccess, rest.Refusal?.Message);
        Assert.Equal(first.Value.Id, (await client.FindRefundAsync(first.Value.Id))?.Id);
    }

    /// <summary>Held money is let go; captured money is not.</summary>
    [Fact]
    public async Task Cancels_what_is_held_and_not_what_was_captured()
    {
        var client = await CreateClientAsync();
        var held = await AuthorizeAsync(client, "conformance-cancel", 30m);
        var taken = await AuthorizeAsync(client, "conformance-cancel-taken", 30m);
        await client.CapturePaymentAsync(new CapturePaymentRequest { Key = new OperationKey("conformance-cancel-capture"), PaymentId = taken.Id });

        var cancelled = await CancelAsync(client, held, "conformance-cancel-1");
        var again = await CancelAsync(client, held, "conformance-cancel-2");
        var refused = await CancelAsync(client, taken, "conformance-cancel-3");

        Assert.Equal(PaymentStatus.Cancelled, cancelled.Value.Status);
        Assert.Equal(PaymentStatus.Cancelled, again.Value.Status);
        Assert.Equal(RefusalCode.InvalidTransition, refused.Refusal?.Code);
    }

    /// <summary>More than what is held cannot be captured.</summary>
    [Fact]
    public async Task Refuses_to_capture_more_than_what_is_held()
    {
        var client = await CreateClientAsync();
        var held = await AuthorizeAsync(client, "conformance-more", 10m);

        var outcome = await client.CapturePaymentAsync(new CapturePaymentRequest
        {
            Key = new OperationKey("conformance-more-capture"), PaymentId = held.Id, Amount = Money.Eur(10.01m),
        });

        Assert.Equal(RefusalCode.AmountExceeded, outcome.Refusal?.Code);
    }

    /// <summary>A direct charge lives on the seller's account: with the seller it is found, captured and repaid, without it is unknown.</summary>
    [Fact]
    public async Task Finds_captures_and_repays_a_direct_charge_on_the_sellers_account()
    {
        var client = await CreateClientAsync();
        var support = client.Capabilities.Supports(PaymentFeature.DirectCharges);
        if (!support.IsSupported)
        {
            Assert.NotEmpty(support.Reason!);
            return;
        }

        var held = (await client.CreatePaymentAsync(new CreatePaymentRequest
        {
            Key = new OperationKey("conformance-direct"),
            Amount = Money.Eur(40m),
            Method = GoodMethod,
            Capture = CaptureMode.Manual,
            Confirm = true,
            Split = new SellerSplit { Seller = Seller, Commission = Money.Eur(4m), IsDirect = true },
        })).Value;
        var captured = await client.CapturePaymentAsync(new CapturePaymentRequest
        {
            Key = new OperationKey("conformance-direct-capture"), PaymentId = held.Id, Seller = Seller,
        });
        var refund = await client.RefundPaymentAsync(new RefundPaymentRequest
        {
            Key = new OperationKey("conformance-direct-refund"), PaymentId = held.Id, Amount = Money.Eur(10m), Seller = Seller,
        });

        Assert.Equal(Seller, held.Seller);
        Assert.Equal(PaymentStatus.Succeeded, captured.Value.Status);
        Assert.Equal((Money.Eur(10m), Seller), (refund.Value.Amount, refund.Value.Seller));
        Assert.Equal(held.Id, (await client.FindPaymentAsync(held.Id, Seller))?.Id);
        Assert.Equal(refund.Value.Id, (await client.FindRefundAsync(refund.Value.Id, Seller))?.Id);
        Assert.Null(await client.FindPaymentAsync(held.Id));
    }

    /// <summary>An unknown payment is "not found", not an error.</summary>
    [Fact]
    public async Task Knows_nothing_of_an_unknown_payment()
    {
        var client = await CreateClientAsync();

        Assert.Null(await client.FindPaymentAsync(new GatewayPaymentId("pi_unknown")));
    }

    /// <summary>Wrong credentials are told as such.</summary>
    [Fact]
    public async Task Tells_wrong_credentials()
    {
        var client = await CreateClientWithWrongCredentialsAsync();
        if (client is null)
        {
            Assert.StartsWith("Commerce.Testing", (await CreateClientAsync()).GetType().Namespace, StringComparison.Ordinal);
            return;
        }

        var exception = await Assert.ThrowsAsync<CommerceException>(() => AuthorizeAsync(client, "conformance-credentials", 10m));

        Assert.Equal(CommerceErrorKind.Unauthorized, exception.Kind);
    }

    private static async Task<Outcome<Refund>> RefundAsync(IPaymentGateway client, Payment payment, string key, decimal euros) =>
        await client.RefundPaymentAsync(new RefundPaymentRequest
        {
            Key = new OperationKey(key), PaymentId = payment.Id, Amount = Money.Eur(euros),
        });

    private static async Task<Outcome<Payment>> CancelAsync(IPaymentGateway client, Payment payment, string key) =>
        await client.CancelPaymentAsync(new CancelPaymentRequest { Key = new OperationKey(key), PaymentId = payment.Id });

    private async Task<Payment> AuthorizeAsync(IPaymentGateway client, string key, decimal euros)
    {
        var outcome = await client.CreatePaymentAsync(new CreatePaymentRequest
        {
            Key = new OperationKey(key),
            Amount = Money.Eur(euros),
            Method = GoodMethod,
            Capture = CaptureMode.Manual,
            Confirm = true,
        });
        Assert.True(outcome.IsSuccess, outcome.Refusal?.Message);
        return outcome.Value;
    }
}
