using System.Text.Json.Nodes;
using Commerce.Payments;
using Commerce.VendorContracts.Examples;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.VendorContracts.Stripe;

/// <summary>Stripe's own sample resources, read as answers.</summary>
public sealed partial class StripeExampleTests
{
    private static readonly GatewayPaymentId Id = new("pi_lamps01");

    private static readonly Waiver[] PaymentWaivers =
    [
        new("object", "The address says what comes back."),
        new("livemode", "The key says whether it is live."),
        new("capture_method", "The caller chose it; status and Capturable say what it led to."),
        new("confirmation_method", "Always automatic: the client asks for nothing else."),
        new("automatic_payment_methods.enabled", "Always true: the client asks for it."),
        new("payment_method_configuration_details.id", "A setting of the Stripe account."),
        new("payment_method_types", "For the browser, which reads them by the client secret."),
        new("managed_payments.enabled", "A setting of the Stripe account."),
        new("processing.type", "The method's kind while it is processed: no member, and nothing that a caller could do."),
        new("canceled_at", "No member: Status says that it was cancelled."),
        new("transfer_data.destination.**", "The sample holds a stub object where an answer holds the id; the caller named the seller and gets no member for it."),
    ];

    private static readonly Waiver[] RefundWaivers =
    [
        new("object", "The address says what comes back."),
        new("destination_details.**", "How the money travels back: no member."),
    ];

    // The charge is read for what was paid back and until when the money is held. What it repeats of the payment is read there.
    private static readonly Waiver[] ChargeWaivers =
    [
        .. ((string[])
            ["object", "livemode", "created", "currency", "amount", "amount_captured", "captured", "paid", "status", "refunded", "payment_method", "description"])
            .Select(name => new Waiver("latest_charge." + name, "The payment itself says it.")),
        .. ((string[])["billing_details.**", "receipt_url", "disputed", "balance_transaction", "outcome.**", "refunds.**", "payment_method_details.type"])
            .Select(name => new Waiver("latest_charge." + name, "No member: for this the charge itself is to be looked at.")),
        .. ((string[])
            ["brand", "checks.**", "country", "exp_month", "exp_year", "extended_authorization.**", "fingerprint", "funding", 
            "installments.**", "last4", "network", "network_token.**", "overcapture.**", "wallet.**"])
            .Select(name => new Waiver("latest_charge.payment_method_details.card." + name, "What kind of card it was: no member.")),
        new("latest_charge.source.**", "Stripe's way before payment methods; this client uses none."),
        new("latest_charge.transfer_data.destination.**", "The sample holds a stub object where an answer holds the id."),
    ];

    // Resources that no operation of the client reads.
    private static readonly Dictionary<string, string> SetAside = new()
    {
        ["Persons are given to Stripe by the seller alone, bank data becomes a token in the browser, and what a country asks for is seen in the requirements."] =
            "application country_spec person token deleted_person",
        ["The browser makes and uses it; the server only passes its key on."] = "confirmation_token mandate",
        ["The client deletes no customers."] = "deleted_customer",
        ["The caller wrote the lines and gets none back."] = "item payment_intent_amount_details_line_item",
    };

    private static readonly string[] Claimed =
    [
        "payment_intent", "charge", "refund", .. StripeConnectExampleTests.Claimed, .. StripeWebhookExampleTests.Claimed,
        "setup_intent", "payment_method", "customer", "checkout.session", "radar.early_fraud_warning", "review", "webhook_endpoint", "deleted_webhook_endpoint",
    ];

    [VendorSpecFact]
    public void Every_example_is_claimed()
    {
        var setAside = SetAside.Values.SelectMany(names => names.Split(' '));

        Assert.Equal(
            ["fixtures.json", "stripe-openapi-trimmed.json", "webhook-events.json", "webhook-vectors.json"],
            Directory.GetFiles(VendorSpecs.PathOf("payments", "stripe"), "*.json").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal(StripeContract.Fixtures().Select(fixture => fixture.Key).Order(StringComparer.Ordinal), Claimed.Concat(setAside).Order(StringComparer.Ordinal));
    }

    [VendorSpecFact]
    public async Task Payment_answers_every_operation_that_gives_one()
    {
        foreach (var call in (Func<IPaymentGateway, Task<object?>>[])
        [
            async client => await client.CreatePaymentAsync(new CreatePaymentRequest { Key = new("order-1"), Amount = Money.Eur(62.15m) }),
            async client => await client.ConfirmPaymentAsync(new ConfirmPaymentRequest { Key = new("order-1"), PaymentId = Id }),
            async client => await client.CapturePaymentAsync(new CapturePaymentRequest { Key = new("order-1"), PaymentId = Id }),
            async client => await client.CancelPaymentAsync(new CancelPaymentRequest { Key = new("order-1"), PaymentId = Id }),
            async client => await client.FindPaymentAsync(Id),
        ])
        {
            await ReadAsync(Fixture("payment_intent"), call, PaymentWaivers);
        }
    }

    [VendorSpecFact]
    public async Task Charge_is_read_where_a_payment_holds_it()
    {
        var intent = Fixture("payment_intent");
        intent["latest_charge"] = Fixture("charge");

        // The sample is of a captured charge; one that is held also tells until when.
        var card = intent["latest_charge"]!["payment_method_details"]!["card"]!;
        card["capture_before"] = 1785945600;
        (card["incremental_authorization"], card["multicapture"]) =
            (new JsonObject { ["status"] = "available" }, new JsonObject { ["status"] = "available" });

        var payment = (Payment)(await ReadAsync(intent, async client => await client.FindPaymentAsync(Id), [.. PaymentWaivers, .. ChargeWaivers]))!;

        Assert.Equal((true, true), (payment.CanIncrease, payment.CanCaptureAgain));
        Assert.Equal((0, 1785945600), (payment.Refunded?.Amount, payment.CaptureBy?.ToUnixTimeSeconds()));
    }

    [VendorSpecFact]
    public async Task Refund_answers_both_operations_that_give_one()
    {
        // Stripe's sample repays a charge that no payment made.
        var refund = Fixture("refund");

        await ReadAsync(refund, async client => await client.FindRefundAsync(new("re_lamps01")), RefundWaivers);
        await ReadAsync(
            refund, async client => await client.RefundPaymentAsync(new RefundPaymentRequest { Key = new("order-1"), PaymentId = Id }), RefundWaivers);
    }

    internal static JsonObject Fixture(string name) => StripeContract.Fixtures()[name]!.DeepClone().AsObject();

    private static async Task<object?> ReadAsync(JsonObject example, Func<IPaymentGateway, Task<object?>> call, Waiver[] waivers)
    {
        using var edge = new ExampleEdge("application/json");
        var services = new ServiceCollection();
        services.AddStripePayments(options =>
        {
            options.BaseAddress = new Uri("http://stripe.example/");
            options.SecretKey = "sk_live_invented";
            (options.MaxRetries, options.BreakerFailures) = (0, 1000);
        }).AddHttpMessageHandler(() => edge);
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredKeyedService<IPaymentGateway>("stripe");

        return await ExampleAnswers.ReadWithoutLossAsync(
            System.Text.Encoding.UTF8.GetBytes(example.ToJsonString()),
            body =>
            {
                edge.Answer = _ => body;
                return call(client);
            },
            waivers);
    }
}
