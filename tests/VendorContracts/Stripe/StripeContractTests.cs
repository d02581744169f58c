using System.Text;
using Commerce.Payments;
using Commerce.Payments.Stripe;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.VendorContracts.Stripe;

public sealed partial class StripeContractTests(StripeContract contract) : IClassFixture<StripeContract>
{
    private static readonly GatewayPaymentId Payment = new("pi_lamps01");

    private static readonly CreatePaymentRequest Order = new()
    {
        Key = new("order-1"), Amount = Money.Eur(62.15m), Method = new("pm_lamps01"), Confirm = true,
    };

    [VendorSpecFact]
    public Task Payments_keep_the_contract() => CheckAsync(client => client.CreatePaymentAsync(Order));

    [VendorSpecFact]
    public Task Payments_without_method_keep_the_contract() => CheckAsync(client => client.CreatePaymentAsync(new CreatePaymentRequest
    {
        Key = new("order-1"), Amount = Money.Parse("5000 JPY"),
    }));

    [VendorSpecFact]
    public Task Payments_with_all_options_keep_the_contract() => CheckAsync(client => client.CreatePaymentAsync(Order with
    {
        Capture = CaptureMode.Manual, ReturnUrl = new("https://shop.example.com/back?x=1"), IsOffSession = true, Customer = new("cus_ada01"),
        Description = "Order 42", StatementText = "LAMPS", Metadata = new Dictionary<string, string> { ["order_id"] = "42", ["42"] = "true" },
        Split = new SellerSplit { Seller = new("acct_1Lamps"), Commission = Money.Eur(6m) },
    }));

    [VendorSpecFact]
    public Task Direct_payments_keep_the_contract() => CheckAsync(client => client.CreatePaymentAsync(Order with
    {
        Split = new SellerSplit { Seller = new("acct_1Lamps"), Commission = Money.Eur(6m), IsDirect = true },
    }));

    [VendorSpecFact]
    public Task Confirmations_keep_the_contract() => CheckAsync(
        client => client.ConfirmPaymentAsync(new ConfirmPaymentRequest { Key = new("order-1-confirm"), PaymentId = Payment }),
        client => client.ConfirmPaymentAsync(new ConfirmPaymentRequest
        {
            Key = new("order-1-confirm"), PaymentId = Payment, Method = new("pm_lamps01"), ReturnUrl = new("https://shop.example.com/back"),
        }));

    [VendorSpecFact]
    public Task Looking_at_a_payment_keeps_the_contract() => CheckAsync(client => client.FindPaymentAsync(Payment));

    [VendorSpecFact]
    public Task Captures_keep_the_contract() => CheckAsync(
        client => client.CapturePaymentAsync(new CapturePaymentRequest { Key = new("order-1-capture"), PaymentId = Payment }),
        client => client.CapturePaymentAsync(new CapturePaymentRequest
        {
            Key = new("order-1-capture"), PaymentId = Payment, Amount = Money.Eur(50m), Commission = Money.Eur(0m), IsFinal = false,
        }));

    [VendorSpecFact]
    public Task Cancellations_keep_the_contract() => CheckAsync(
        [.. ((PaymentRefundReason?[])[null, .. Reasons]).Select(reason => (Func<IPaymentGateway, Task>)(client =>
            client.CancelPaymentAsync(new CancelPaymentRequest { Key = new("order-1-cancel"), PaymentId = Payment, Reason = reason })))]);

    [VendorSpecFact]
    public Task Refunds_keep_the_contract() => CheckAsync(
        [.. ((PaymentRefundReason?[])[null, .. Reasons]).Select(reason => (Func<IPaymentGateway, Task>)(client =>
            client.RefundPaymentAsync(new RefundPaymentRequest { Key = new("order-1-refund"), PaymentId = Payment, Reason = reason })))]);

    [VendorSpecFact]
    public Task Refunds_with_all_options_keep_the_contract() => CheckAsync(client => client.RefundPaymentAsync(new RefundPaymentRequest
    {
        Key = new("order-1-refund"), PaymentId = Payment, Amount = Money.Eur(15m), ReverseTransfer = true, RefundCommission = true,
        Metadata = new Dictionary<string, string> { ["return"] = "7" },
    }));

    [VendorSpecFact]
    public Task Looking_at_a_refund_keeps_the_contract() => CheckAsync(client => client.FindRefundAsync(new("re_lamps01")));

    [VendorSpecFact]
    public async Task What_breaks_the_contract_is_seen()
    {
        foreach (var form in (string[])
            ["currency=eur", "amount=6215.5&currency=eur", "amount=6215&currency=eur&colour=red", "amount=6215&currency=eur&confirm=yes",
            "amount=6215&currency=eur&transfer_data[account]=acct_1", "amount=6215&currency=eur&capture_method=never",
            "amount=6215&currency=eur&automatic_payment_methods[enabled]=maybe", "amount=6215&currency=eur&expand[latest]=latest_charge"])
        {
            using var edge = new ContractEdge();
            using var http = await HttpAsync(edge, contract.NewEdge());

            await http.PostAsync("v1/payment_intents", new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded"));

            Assert.True(edge.Violations.Count == 1, form);
        }
    }

    [VendorSpecFact]
    public async Task A_query_parameter_that_the_contract_does_not_have_is_seen()
    {
        var query = contract.NewEdge();
        using var http = await HttpAsync(new ContractEdge(), query);

        await http.GetAsync("v1/payment_intents/pi_1?expand[0]=latest_charge&colour=red");

        Assert.Equal(["colour"], query.UnknownQuery);
    }

    private static IEnumerable<PaymentRefundReason?> Reasons =>
    [
        PaymentRefundReason.RequestedByCustomer, PaymentRefundReason.Duplicate, PaymentRefundReason.Fraudulent,
        PaymentRefundReason.ProductDefect, PaymentRefundReason.OrderCancelled, new PaymentRefundReason("made_up_here"),
    ];

    private async Task<HttpClient> HttpAsync(ContractEdge inner, StripeContract.Edge outer)
    {
        inner.InnerHandler = new SocketsHttpHandler();
        outer.InnerHandler = inner;
        var http = new HttpClient(outer) { BaseAddress = await contract.AddressAsync() };
        http.DefaultRequestHeaders.Add("Authorization", "Bearer sk_test_invented");
        return http;
    }

    private Task CheckAsync(params Func<IPaymentGateway, Task>[] calls) => CheckAsync(_ => { }, calls);

    private async Task CheckAsync(Action<StripePaymentOptions> configure, params Func<IPaymentGateway, Task>[] calls)
    {
        using var forms = contract.NewEdge();
        using var edge = new ContractEdge();
        var address = await contract.AddressAsync();
        var services = new ServiceCollection();
        services.AddStripePayments(options =>
        {
            (options.BaseAddress, options.SecretKey, options.MaxRetries) = (address, "sk_test_invented", 0);
            configure(options);
        })
            .AddHttpMessageHandler(() => forms)
            .AddHttpMessageHandler(() => edge);
        await using var provider = services.BuildServiceProvider();

        foreach (var call in calls)
        {
            try
            {
                await call(provider.GetRequiredKeyedService<IPaymentGateway>("stripe"));
            }
            catch (CommerceException exception) when (exception.Kind == CommerceErrorKind.Protocol)
            {
                // Stripe's sample refund names no payment, which a refund of this client always has: see the examples.
            }
        }

        Assert.True(edge.Violations.Count == 0, string.Join("\n", edge.Violations));
        Assert.Empty(forms.UnknownQuery);
        Assert.Equal(calls.Length, edge.Calls);
    }
}
