using System.Diagnostics;
using Commerce.Payments;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Benchmarks.Payments;

/// <summary>Stripe events verified and read into payments, refunds and payouts, against an HMAC and a reader loop by hand: same bodies, same run, one thread.</summary>
internal static class WebhookBenchmark
{
    private const int Rounds = 1_000;
    private const int WarmUps = 6;
    private const int Repetitions = 15;

    internal static async Task<int> RunAsync()
    {
        var clock = new FakeClock(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.Zero));
        var events = WebhookEvents.Make(clock.GetUtcNow());
        await using var provider = new ServiceCollection().AddSingleton<TimeProvider>(clock).AddStripe().BuildServiceProvider();
        var verifier = provider.GetRequiredKeyedService<IWebhookVerifier<PaymentEvent>>("stripe");
        var byHand = new HandWrittenWebhook(WebhookEvents.Secret, clock);
        var isCorrect = true;
        foreach (var (body, header) in events)
        {
            isCorrect &= IsSame(Ours(verifier, body, header), byHand.Read(body, header)!);
            isCorrect &= byHand.Read(body, header.Replace("v1=", "v1=00", StringComparison.Ordinal)[..header.Length]) is null;
        }

        // An altered body must not pass on either side.
        var altered = (byte[])events[0].Body.Clone();
        altered[^2]--;
        isCorrect &= !(await verifier.VerifyAsync(Request(altered, events[0].Header))).IsSuccess && byHand.Read(altered, events[0].Header) is null;
        var (ours, hand) = (new List<double>(), new List<double>());
        for (var i = -WarmUps; i < Repetitions; i++)
        {
            var our = Measure(events, (body, header) => Ours(verifier, body, header));
            var his = Measure(events, (body, header) => byHand.Read(body, header)!);
            if (i >= 0)
            {
                ours.Add(our);
                hand.Add(his);
            }
        }

        var (ourRate, handRate) = (new Figures(ours), new Figures(hand));
        return Figures.Print(
            "webhook",
            handRate.Median / ourRate.Median,
            new
            {
                eventsPerSecond = new { ours = ourRate.Json, byHand = handRate.Json },
                meanBytes = events.Average(static told => told.Body.Length),
            },
            Repetitions,
            isCorrect);
    }

    private static PaymentEvent Ours(IWebhookVerifier<PaymentEvent> verifier, byte[] body, string header)
    {
        var call = verifier.VerifyAsync(Request(body, header));
        return call.IsCompletedSuccessfully ? call.Result.Value : throw new InvalidOperationException("Stripe's signatures are checked without waiting for anything.");
    }

    private static WebhookRequest Request(byte[] body, string header) => new(body, [KeyValuePair.Create("Stripe-Signature", header)]);

    private static IServiceCollection AddStripe(this IServiceCollection services)
    {
        services.AddStripePayments(static options =>
        {
            options.SecretKey = "sk_test_benchmark";
            options.WebhookSecrets.Add(WebhookEvents.Secret);
        });
        return services;
    }

    private static bool IsSame(PaymentEvent ours, HandWrittenWebhook.Told hand) => (ours.Id, ours.Type, ours.At.ToUnixTimeSeconds()) == (hand.EventId, hand.Type, hand.At) && ours switch
    {
        PaymentChanged { Payment: var payment } => (payment.Id.Value, payment.VendorStatus, payment.Amount.ToMinorUnits(), payment.Captured.ToMinorUnits(), payment.ChargeId, payment.Metadata.Count)
            == (hand.Id, hand.Status, hand.Amount, hand.Received, hand.Charge, hand.Metadata.Count),
        RefundChanged { Refund: var refund } => (refund.Id.Value, refund.PaymentId?.Value, refund.Amount.ToMinorUnits(), refund.ChargeId) == (hand.Id, hand.Payment, hand.Amount, hand.Charge),
        PayoutChanged { Payout: var payout } => (payout.Id.Value, payout.Amount.ToMinorUnits(), payout.ArrivesAt?.ToUnixTimeSeconds()) == (hand.Id, hand.Amount, hand.Arrival),
        UnknownEvent => hand.Kind == "charge",
        _ => false,
    };

    private static double Measure(IReadOnlyList<(byte[] Body, string Header)> events, Func<byte[], string, object> read)
    {
        GC.Collect();
        var started = Stopwatch.GetTimestamp();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (body, header) in events)
            {
                GC.KeepAlive(read(body, header));
            }
        }

        return Rounds * events.Count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
