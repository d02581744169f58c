using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Commerce.Payments;
using Commerce.VendorContracts.Examples;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.VendorContracts.Stripe;

/// <summary>Stripe's example events, signed with a secret of ours, and its signature vectors.</summary>
public sealed class StripeWebhookExampleTests
{
    private const string Secret = "whsec_invented_for_examples";

    private static readonly Waiver[] EnvelopeWaivers =
    [
        new("api_version", "Told to Stripe when the endpoint is made; Raw has it."),
        new("livemode", "Each endpoint has a secret of its own; Raw has it."),
        new("pending_webhooks", "Stripe's bookkeeping."),
        new("request.**", "Which request caused it: no member; Raw has it."),
        new("data.previous_attributes.**", "What was before: no member; Raw has it."),
    ];

    private static readonly Dictionary<string, (string Reason, string[] Paths)[]> ObjectWaivers = new()
    {
        ["payment_intent"] =
        [
            ("The client sets it, or the account does.", ["capture_method", "confirmation_method", "automatic_payment_methods.enabled",
                "payment_method_types", "payment_method_configuration_details.id", "managed_payments.enabled", "livemode"]),
            ("What the caller asked for: no member; Raw has it.", ["application_fee_amount", "description", "transfer_data.destination", "transfer_group"]),
            ("Status says it.", ["canceled_at", "cancellation_reason", "processing.type"]),
            ("The page that the caller named.", ["next_action.redirect_to_url.return_url"]),
        ],
        ["refund"] =
        [
            ("No member; Raw has it.", ["balance_transaction", "destination_details.**", "reason", "transfer_reversal", "failure_balance_transaction"]),
        ],
        ["dispute"] =
        [
            ("No member; Raw has it.", ["balance_transaction", "charge", "created", "is_charge_refundable", "payment_method_details.**", "enhanced_eligibility_types",
                "livemode", "evidence_details.has_evidence", "evidence_details.past_due", "evidence_details.submission_count"]),
        ],
        ["transfer"] =
        [
            ("No member; Raw has it.", ["balance_transaction", "destination_payment", "livemode", "source_transaction", "source_type", "transfer_group"]),
            ("What was taken back says it.", ["reversed", "reversals.**"]),
        ],
        ["account"] =
        [
            ("No member; Raw has it.", ["controller.type", "country", "created", "default_currency", "details_submitted", "email", "external_accounts.**", "type",
                "settings.card_payments.**", "settings.dashboard.**", "settings.payouts.debit_negative_balances"]),
        ],
        ["payout"] =
        [
            ("No member; Raw has it.", ["automatic", "balance_transaction", "description", "destination", "livemode", "method",
                "reconciliation_status", "source_type", "type", "trace_id.**", "failure_balance_transaction", "failure_message"]),
        ],
    };

    /// <summary>Gets the sample resources that only come as events.</summary>
    internal static readonly string[] Claimed = ["dispute", "event", "payout"];

    [VendorSpecFact]
    public async Task Every_event_is_read_without_loss()
    {
        var waived = new HashSet<Waiver>();
        foreach (var example in Events())
        {
            var waivers = WaiversOf(example);
            waived.UnionWith(waivers);
            var body = Encoding.UTF8.GetBytes(example.ToJsonString());
            var read = (Outcome<PaymentEvent>)(await ExampleAnswers.ReadWithoutLossAsync(
                body, async changed => await VerifyAsync(changed), waivers))!;

            Assert.Equal(((string?)example["id"], (string?)example["type"]), (read.Value.Id, read.Value.Type));
            Assert.Equal((long)example["created"]!, read.Value.At.ToUnixTimeSeconds());
            Assert.Equal((string?)example["account"], read.Value.Account?.Value);
            Assert.Equal(body, read.Value.Raw);
            Assert.Equal(ObjectWaivers.ContainsKey((string)example["data"]!["object"]!["object"]!), Carries(read.Value, example["data"]!["object"]!));
        }

        Assert.Empty(EnvelopeWaivers.Concat(ObjectWaivers.Keys.SelectMany(OfKind)).Except(waived).Select(waiver => waiver.Path));
    }

    [VendorSpecFact]
    public async Task Every_signature_vector_behaves_as_listed()
    {
        var vectors = JsonNode.Parse(File.ReadAllBytes(VendorSpecs.PathOf("payments", "stripe", "webhook-vectors.json")))!["vectors"]!.AsArray();

        var seen = new List<(string Name, string Expected, string Actual)>();
        foreach (var vector in vectors)
        {
            seen.Add(((string)vector!["name"]!, Expected((string)vector["expect"]!), await OutcomeAsync(vector)));
        }


        Assert.All(seen, vector => Assert.Equal(vector.Expected, vector.Actual));
        Assert.Equal((3, 9), (seen.Count(vector => vector.Expected == "valid"), seen.Count(vector => vector.Expected != "valid")));
    }

    /// <summary>The vendor's word for a rejection, in ours; an upper-case or another scheme's signature is none at all for the client.</summary>
    private static string Expected(string word) => word switch
    {
        "valid" => "valid",
        "timestamp_outside_tolerance" => "WindowExpired: signed",
        "signature_mismatch" => "Forbidden: signature",
        "malformed_header" => "Forbidden: header",
        _ => throw new ArgumentException(word),
    };

    private static async Task<string> OutcomeAsync(JsonNode vector)
    {
        var clock = new FixedClock(DateTimeOffset.FromUnixTimeSeconds((long)vector["now"]!));
        var header = (string?)vector["header"];
        var outcome = await Verifier((string)vector["secret"]!, clock).VerifyAsync(new WebhookRequest(
            Encoding.UTF8.GetBytes((string)vector["payload"]!), header is { Length: > 0 } ? [new("Stripe-Signature", header)] : []));
        return outcome.Refusal is not { } refusal
            ? "valid"
            : refusal.Message switch
            {
                var message when message.Contains("was signed", StringComparison.Ordinal) => $"{refusal.Code.Value}: signed",
                var message when message.Contains("does not match", StringComparison.Ordinal) || message.Contains("no v1 signature", StringComparison.Ordinal) =>
                    $"{refusal.Code.Value}: signature",
                var message when message.Contains("missing", StringComparison.Ordinal) || message.Contains("malformed", StringComparison.Ordinal) =>
                    $"{refusal.Code.Value}: header",
                var message => message,
            };
    }

    /// <summary>The waivers for what is in the event.</summary>
    private static Waiver[] WaiversOf(JsonObject example)
    {
        var item = example["data"]!["object"]!;
        var kind = (string?)item["object"] ?? "";
        List<Waiver> waivers = [.. EnvelopeWaivers];
        if (!ObjectWaivers.ContainsKey(kind))
        {
            waivers.Add(new Waiver("data.object.**", "The event has no member for it; Raw has it."));
        }
        else
        {
            waivers.AddRange(OfKind(kind));
        }

        if (kind == "payment_intent")
        {
            waivers.AddRange(ErrorWaivers((string)item["status"]!, item["last_payment_error"] as JsonObject));
        }

        var paths = BodyValues.Of(Encoding.UTF8.GetBytes(example.ToJsonString())).Select(value => value.Path).ToList();
        return [.. waivers.Where(waiver => paths.Any(waiver.Covers))];
    }

    private static IEnumerable<Waiver> OfKind(string kind) =>
        ObjectWaivers[kind].SelectMany(group => group.Paths.Select(path => new Waiver("data.object." + path, group.Reason)));

    /// <summary>Says whether the event holds its object, with its id and its amount, if it has one, in the smallest unit of dollars.</summary>
    private static bool Carries(PaymentEvent read, JsonNode item)
    {
        (string? Id, Money? Amount) held = read switch
        {
            PaymentChanged { Payment: { } payment } => (payment.Id.Value, payment.Amount),
            RefundChanged { Refund: { } refund } => (refund.Id.Value, refund.Amount),
            DisputeChanged { Dispute: { } dispute } => (dispute.Id.Value, dispute.Amount),
            PayoutChanged { Payout: { } payout } => (payout.Id.Value, payout.Amount),
            TransferChanged { Transfer: { } transfer } => (transfer.Id.Value, transfer.Amount),
            AccountChanged { ConnectedAccount: { } account } => (account.Id.Value, null),
            _ => (null, null),
        };
        return held.Id is not null && held.Id == (string?)item["id"] && held.Amount?.ToMinorUnits() == (long?)item["amount"];
    }

    private static IEnumerable<Waiver> ErrorWaivers(string status, JsonObject? error)
    {
        if (status != "requires_payment_method")
        {
            yield return new("data.object.last_payment_error.**", "The payment has left the attempt behind that failed.");
            yield break;
        }

        if (error?["decline_code"] is not null)
        {
            yield return new("data.object.last_payment_error.code", "The decline code says it closer.");
            yield return new("data.object.last_payment_error.advice_code", "The decline code says what to do, and the advice does not forbid it.");
        }

        if (error?["code"] is not null)
        {
            yield return new("data.object.last_payment_error.type", "The code says it closer.");
            foreach (var name in (string[])["doc_url", "message", "network_decline_code", "charge", "payment_method.**"])
            {
                yield return new("data.object.last_payment_error." + name, "No member of a decline; Raw has it.");
            }
        }
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    /// <summary>The example events, and the sample resources that come as events only.</summary>
    private static IEnumerable<JsonObject> Events() =>
        JsonNode.Parse(File.ReadAllBytes(VendorSpecs.PathOf("payments", "stripe", "webhook-events.json")))!["events"]!.AsArray().Select(item => item!.AsObject())
            .Concat(((string[])["dispute", "payout"]).Select(name =>
            {
                var example = StripeExampleTests.Fixture("event");
                example["data"] = new JsonObject { ["object"] = StripeExampleTests.Fixture(name) };
                return example;
            }));

    private static ValueTask<Outcome<PaymentEvent>> VerifyAsync(byte[] body)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), (byte[])[.. Encoding.UTF8.GetBytes($"{now}."), .. body]));
        return Verifier(Secret, TimeProvider.System).VerifyAsync(new WebhookRequest(body, [new("Stripe-Signature", $"t={now},v1={signature}")]));
    }

    private static IWebhookVerifier<PaymentEvent> Verifier(string secret, TimeProvider clock)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddStripePayments(options =>
        {
            options.SecretKey = "sk_test_invented";
            options.WebhookSecrets.Add(secret);
        });
        return services.BuildServiceProvider().GetRequiredKeyedService<IWebhookVerifier<PaymentEvent>>("stripe");
    }
}
