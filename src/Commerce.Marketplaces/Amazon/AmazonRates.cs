using System.Globalization;
using System.Net.Http.Headers;
using Commerce.Http;

namespace Commerce.Marketplaces.Amazon;

/// <summary>How often each operation may be called, until Amazon says otherwise. Source: SP-API models, usage plans.</summary>
internal static class AmazonRates
{
    internal static IReadOnlyList<RateLimit> All { get; } =
    [
        Of("list-orders", 0.0056, 20),
        Of("find-order", 0.5, 30),
        Of("ship-order", 2, 10),
        Of("update-pickup", 5, 15),
        Of("patch-listing", 5, 5),
        Of("put-listing", 5, 10),
        Of("delete-listing", 5, 5),
        Of("list-offers", 5, 5),
        Of("find-offer", 5, 10),
        Of("create-feed-document", 0.5, 15),
        Of("create-feed", 0.0083, 15),
        Of("get-feed", 2, 15),
        Of("list-feeds", 0.0222, 10),
        Of("cancel-feed", 2, 15),
        Of("get-feed-document", 0.0222, 10),
        Of("create-report", 0.0167, 15),
        Of("get-report", 2, 15),
        Of("list-reports", 0.0222, 10),
        Of("cancel-report", 0.0222, 10),
        Of("get-report-document", 0.0167, 15),
        Of("list-fba-stock", 2, 2),
        Of("expected-prices", 0.033, 1),
        Of("competitive-prices", 0.033, 1),
        Of("message-actions", 1, 5),
        Of("send-message", 1, 5),
        Of("buyer-attributes", 1, 5),
        Of("request-review", 1, 5),
        Of("list-subscriptions", 1, 5),
        Of("create-subscription", 1, 5),
        Of("delete-subscription", 1, 5),
        Of("test-subscription", 1, 5),
        Of("list-queues", 1, 5),
        Of("create-queue", 1, 5),
        Of("delete-queue", 1, 5),
        Of("restricted-token", 1, 10),
        Of("create-upload", 10, 10),
        Of("list-stores", 0.016, 15),
        Of("rotate-secret", 0.0167, 1),
    ];

    /// <summary>Takes over the rate that Amazon names; it is left out of some answers, most of all of those that say "too many".</summary>
    internal static void Correct(HttpResponseHeaders headers, RateLimitState limit)
    {
        if (headers.TryGetValues("x-amzn-RateLimit-Limit", out var values)
            && double.TryParse(values.FirstOrDefault(), NumberStyles.Float, CultureInfo.InvariantCulture, out var rate)
            && double.IsFinite(rate))
        {
            limit.Correct(callsPerSecond: rate);
        }
    }

    private static RateLimit Of(string operation, double perSecond, int burst) => new(operation, burst, TimeSpan.FromSeconds(burst / perSecond));
}
